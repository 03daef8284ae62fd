package io.tongban.bench;

import io.tongban.kernel.Ids;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The people of the large company, and what their claims, tasks and meetings have in common. */
final class Office {

    /** Somebody, by the number of the login name. */
    record Person(int number, String id, String department) {
        String name() {
            return "员工" + number;
        }
    }

    static final int FINANCE = 2;
    static final int HEAD = 1;

    private static final int DAYS = 3 * 365;
    private static final int FINANCE_PEOPLE = 5;

    private final List<Person> people;
    private final Rows rows;
    final Random random = new Random(7);
    final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).withNano(0);

    private Office(List<Person> people, Rows rows) {
        this.people = people;
        this.rows = rows;
    }

    static Office read(Rows rows) throws SQLException {
        var people = new ArrayList<Person>();
        try (var statement = rows.connection().createStatement();
                var found = statement.executeQuery("select p.id, m.department_id from org_person p"
                        + " join org_membership m on m.person_id = p.id order by length(p.account), p.account")) {
            while (found.next()) {
                people.add(new Person(people.size() + 1, found.getString(1), found.getString(2)));
            }
        }
        return new Office(List.copyOf(people), rows);
    }

    /** Five people of finance; and one head whom all leaders of departments report to. */
    void appoint() throws SQLException {
        for (int number = FINANCE; number < FINANCE + FINANCE_PEOPLE; number++) {
            rows.add(
                    "access_grant (person_id, role_key, granted_at)",
                    person(number).id(),
                    "finance",
                    now);
        }
        for (var person : people) {
            if (person.number() != HEAD && Company.leads(person.number())) {
                rows.add(
                        "org_leader (id, person_id, leader_id, valid_from)",
                        Ids.next(),
                        person.id(),
                        person(HEAD).id(),
                        now.minusDays(DAYS));
            }
        }
        rows.flush();
    }

    int size() {
        return people.size();
    }

    Person person(int number) {
        return people.get(number - 1);
    }

    Person anybody() {
        return people.get(random.nextInt(people.size()));
    }

    /** Mostly somebody of the same department. */
    Person colleague(Person of, Random chance) {
        int first = Company.leaderOf(of.number());
        int number = chance.nextInt(5) == 0
                ? 1 + chance.nextInt(people.size())
                : Math.min(people.size(), first + chance.nextInt(25));
        return person(number);
    }

    Person leader(Person of) {
        int number = Company.leaderOf(of.number());
        return person(number == of.number() ? HEAD : number);
    }

    /** When the nth of so many things was made, spread over three years up to now. */
    LocalDateTime made(int n, int of) {
        return now.minusSeconds(DAYS * 86_400L * (of - n) / of);
    }

    /** The end of office hours of a day, in UTC. */
    static LocalDateTime evening(LocalDate day) {
        return day.atTime(10, 0);
    }

    String definition(String process) throws SQLException {
        try (var statement = rows.connection()
                .prepareStatement("select ID_ from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc limit 1")) {
            statement.setString(1, process);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    void request(
            String id,
            String number,
            String process,
            String definition,
            String title,
            Person applicant,
            String status,
            LocalDateTime at)
            throws SQLException {
        rows.add(
                "process_request (id, number, process_key, definition_id, version, instance_id, title, title_en,"
                        + " applicant_id, department_id, status, revision, answers, created_at, updated_at)",
                id,
                number,
                process,
                definition,
                1,
                Ids.next(),
                title,
                title,
                applicant.id(),
                applicant.department(),
                status,
                1,
                "{}",
                at,
                at);
    }

    /** Open with somebody or a role, or done by somebody. */
    void inbox(String request, String process, String step, String owner, boolean open, LocalDateTime at)
            throws SQLException {
        var task = Ids.next();
        @Nullable String pool = owner.startsWith("role:") ? owner : null;
        rows.add(
                "process_inbox (id, owner, state, at, request_id, process_key, step, since, priority, revision, pool,"
                        + " action, task_id)",
                task,
                owner,
                open ? "todo" : "done",
                at,
                request,
                process,
                step,
                at,
                50,
                1,
                pool,
                open ? null : "approve",
                task);
    }

    Rows rows() {
        return rows;
    }
}
