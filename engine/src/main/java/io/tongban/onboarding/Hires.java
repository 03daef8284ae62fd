package io.tongban.onboarding;

import io.tongban.access.Accounts;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Problem;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.Departments;
import io.tongban.org.NewPerson;
import io.tongban.org.People;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of an onboarding do to the newcomer; the request is locked by whoever runs the step. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Hires {

    static final String REF = "onboarding.hire";

    private static final int DAYS_BACK = 30;
    private static final int DAYS_AHEAD = 180;

    /** Where somebody works from when on, as HR says it. */
    record Place(String department, @Nullable String position, String leader, String startDate) {}

    private final HireMapper rows;
    private final Deadlines deadlines;
    private final People people;
    private final Departments departments;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Clock clock;
    private final ZoneId zone;

    Hires(
            HireMapper rows,
            Deadlines deadlines,
            People people,
            Departments departments,
            Accounts accounts,
            Notifications notifications,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.people = people;
        this.departments = departments;
        this.accounts = accounts;
        this.notifications = notifications;
        this.clock = clock;
        this.zone = zone;
    }

    /** Makes the person with number and account, which nobody can use before an initial password is issued. */
    HireRow register(
            String requestId,
            String requestNumber,
            String hr,
            String name,
            String account,
            @Nullable String email,
            @Nullable String phone,
            Place place) {
        var startOn = day(place.startDate());
        rows.lockNumbers();
        var person = ofAnswers(() -> {
            var added = people.add(new NewPerson(account, people.nextNumber(), name, email, phone));
            departments.place(added.id(), place.department(), place.position());
            departments.setLeader(added.id(), place.leader());
            return added;
        });
        accounts.create(person.id(), UUID.randomUUID().toString(), true);
        accounts.openFrom(person.id(), opening(startOn));
        var now = now();
        var row = new HireRow(
                requestId,
                requestNumber,
                person.id(),
                hr,
                place.leader(),
                startOn,
                now,
                null,
                null,
                null,
                null,
                HireRow.State.RUNNING,
                null,
                null,
                now,
                now);
        rows.insert(row);
        var dues = deadlines.of(startOn, now);
        rows.insertSteps(Arrays.stream(Stage.values())
                .map(stage -> new StepRow(requestId, stage, Objects.requireNonNull(dues.get(stage)), null, null))
                .toList());
        tell(row, List.of(hr), "onboarding.registered", "/onboarding/" + requestId, name, person.number());
        return row;
    }

    /** Moves what HR corrected: place, leader, start date, and with it everything that is due. */
    HireRow correct(String requestId, Place place) {
        var row = get(requestId);
        var startOn = row.startOn().toString().equals(place.startDate()) ? row.startOn() : day(place.startDate());
        ofAnswers(() -> {
            departments.place(row.personId(), place.department(), place.position());
            departments.setLeader(row.personId(), place.leader());
            return row;
        });
        var moved = !startOn.equals(row.startOn());
        var dated = moved ? now() : row.datedAt();
        rows.correct(requestId, place.leader(), startOn, dated, now());
        if (moved) {
            deadlines.of(startOn, dated).forEach((stage, due) -> rows.due(requestId, stage, due));
            accounts.openFrom(row.personId(), opening(startOn));
        }
        var corrected = get(requestId);
        tell(corrected, List.of(row.personId()), "onboarding.corrected", "/welcome", startOn);
        if (moved) {
            tell(
                    corrected,
                    List.of(place.leader(), row.hrId()),
                    "onboarding.moved",
                    "/onboarding/" + requestId,
                    name(row.personId()),
                    startOn);
        }
        return corrected;
    }

    /** The account can not be used any more. */
    void cancel(String requestId) {
        var row = rows.find(requestId);
        if (row == null || !row.running()) {
            return;
        }
        rows.state(requestId, HireRow.State.CANCELLED, now());
        people.setPresent(row.personId(), false);
        tell(row, List.of(row.leaderId()), "onboarding.cancelled", "/onboarding/" + requestId, name(row.personId()));
    }

    void profile(
            String requestId, @Nullable String email, @Nullable String phone, String contact, String contactPhone) {
        var row = get(requestId);
        var person = people.get(row.personId());
        ofAnswers(() -> {
            people.changeContact(
                    person.id(),
                    email == null ? person.email() : email,
                    phone == null ? person.phone() : phone,
                    person.locale());
            return person;
        });
        rows.emergency(requestId, contact, contactPhone, now());
        done(requestId, Stage.PROFILE, row.personId());
    }

    /** Remembers who looks after the hire and introduces them to each other. */
    void welcome(String requestId, String mentor, @Nullable String welcome, String by) {
        var row = get(requestId);
        if (mentor.equals(row.personId())) {
            throw Problem.refused("onboarding:mentor-self").field("answers.mentor", "onboarding:mentor-self");
        }
        rows.welcome(requestId, mentor, welcome, now());
        done(requestId, Stage.MENTOR, by);
        var name = name(row.personId());
        tell(row, List.of(row.personId()), "onboarding.mentor-of-you", "/welcome", name(mentor));
        tell(row, List.of(mentor), "onboarding.you-are-mentor", "/onboarding/" + requestId, name, row.startOn());
    }

    void done(String requestId, Stage stage, String by) {
        rows.done(requestId, stage, by, now());
    }

    /** When each step is due and when people are reminded next, for the process. */
    Map<Stage, Instant> dues(String requestId) {
        return rows.steps(List.of(requestId)).stream()
                .collect(java.util.stream.Collectors.toMap(StepRow::stage, StepRow::dueAt));
    }

    Instant nextReminder(String requestId) {
        var open = rows.steps(List.of(requestId)).stream()
                .filter(step -> !step.done())
                .map(StepRow::dueAt)
                .toList();
        return deadlines.nextReminder(open, clock.instant());
    }

    HireRow get(String requestId) {
        var row = rows.find(requestId);
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }

    void tell(HireRow about, List<String> to, String kind, String link, Object... args) {
        notifications.send(new Notice(to, kind, List.of(args), link, new BusinessRef(REF, about.requestId())));
    }

    String name(String personId) {
        return people.get(personId).name();
    }

    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            var today = LocalDate.now(clock.withZone(zone));
            if (day.isBefore(today.minusDays(DAYS_BACK)) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
                throw wrongDay("onboarding:start-too-far", DAYS_BACK, DAYS_AHEAD);
            }
            return day;
        } catch (DateTimeException malformed) {
            throw wrongDay("onboarding:start-needed");
        }
    }

    private static Problem wrongDay(String code, Object... args) {
        return Problem.refused("kernel:invalid").field("answers.startDate", code, args);
    }

    private Instant opening(LocalDate startOn) {
        return startOn.atStartOfDay(zone).toInstant();
    }

    /** What the company's directory refuses is refused at the field of the form. */
    private static <T> T ofAnswers(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (Problem refused) {
            var there =
                    Problem.of(refused.status(), refused.code(), refused.args().toArray());
            refused.errors()
                    .forEach(error -> there.field(
                            "answers." + error.field(),
                            error.code(),
                            error.args().toArray()));
            throw there;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
