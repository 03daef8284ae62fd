package io.tongban.bench;

import io.tongban.TestClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People who open pages, each with what is their own. */
final class OfficeReaders {

    /** Somebody with ids of own claims, tasks and meetings; of the last ones more than of the early ones. */
    record Reader(
            String id,
            String department,
            String account,
            List<String> claims,
            List<String> tasks,
            List<String> meetings,
            List<String> series) {}

    private static final int READERS = Integer.getInteger("bench.readers", 40);
    private static final int SAMPLES = 30;

    final List<Reader> all = new ArrayList<>();
    final List<Reader> leaders = new ArrayList<>();
    final Reader finance;
    final Reader head;
    final List<String> claims;
    final List<String> colleagues;
    final List<String> departments;
    final Random random = new Random(11);

    private final Map<String, TestClient> clients = new HashMap<>();

    /** Chooses them before the server has the database. */
    OfficeReaders(Connection connection, Office office) throws SQLException {
        finance = reader(connection, office.person(Office.FINANCE));
        head = reader(connection, office.person(Office.HEAD));
        int step = Math.max(1, office.size() / READERS);
        for (int i = 0; i < READERS; i++) {
            int number = Math.min(office.size(), 3 + i * step + i % 25);
            all.add(reader(connection, office.person(number)));
        }
        for (int i = 0; i < Math.max(1, READERS / 4); i++) {
            int number = Company.leaderOf(Math.min(office.size(), 26 + i * step));
            leaders.add(reader(connection, office.person(number)));
        }
        claims = ids(connection, "select request_id from expense_claim order by number desc limit 5000");
        colleagues = ids(connection, "select id from org_person order by id");
        departments = ids(connection, "select id from org_department where parent_id is not null order by id");
    }

    void signIn(Server server) {
        Stream.of(all, leaders, List.of(finance, head))
                .flatMap(List::stream)
                .map(Reader::account)
                .distinct()
                .forEach(account -> clients.put(account, server.client().signIn(account, Company.PASSWORD)));
    }

    TestClient client(Reader reader) {
        return Objects.requireNonNull(clients.get(reader.account()));
    }

    private static Reader reader(Connection connection, Office.Person person) throws SQLException {
        var own = " = '" + person.id() + "' ";
        return new Reader(
                person.id(),
                person.department(),
                Company.account(person.number()),
                ids(
                        connection,
                        "select request_id from expense_claim where person_id" + own + "order by request_id desc limit "
                                + SAMPLES),
                ids(
                        connection,
                        "select request_id from worktask_person where person_id" + own + "order by sort_at desc limit "
                                + SAMPLES),
                ids(
                        connection,
                        "select request_id from meeting_attendee where person_id" + own + "order by end_at desc limit "
                                + SAMPLES),
                ids(
                        connection,
                        "select m.request_id from meeting_attendee a join meeting_meeting m"
                                + " on m.request_id = a.request_id where m.series_id is not null and a.person_id" + own
                                + "order by a.end_at desc limit " + SAMPLES));
    }

    private static List<String> ids(Connection connection, String query) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                ids.add(found.getString(1));
            }
        }
        return List.copyOf(ids);
    }

    <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** Some reader who has such a thing at all. */
    Reader having(Function<Reader, List<String>> things) {
        return one(all.stream().filter(one -> !things.apply(one).isEmpty()).toList());
    }

    /** So many people, as ids of a query. */
    String people(int many) {
        var from = random.nextInt(Math.max(1, colleagues.size() - many));
        return String.join(",", colleagues.subList(from, Math.min(colleagues.size(), from + many)));
    }

    /** What stands behind so many pages, or the last page before the end. */
    String behind(Reader reader, String path, int pages) {
        @Nullable String cursor = null;
        for (int page = 0; page < pages; page++) {
            var next = client(reader)
                    .get(path + (cursor == null ? "" : "&cursor=" + cursor))
                    .ok()
                    .path("next");
            if (next.isNull() || next.isMissingNode()) {
                break;
            }
            cursor = next.asString();
        }
        return path + (cursor == null ? "" : "&cursor=" + cursor);
    }
}
