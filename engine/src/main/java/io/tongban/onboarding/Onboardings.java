package io.tongban.onboarding;

import io.tongban.access.Accounts;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What HR and the hire do to a running onboarding besides their tasks. */
@Service
public class Onboardings {

    static final String PROCESS = "onboarding";
    static final String PORTRAIT = "portrait-check";
    static final String ACTIVATED = "onboarding.activated";

    private static final String CORRECTED = "onboarding.corrected";
    private static final String CANCELLED = "onboarding.cancelled";
    private static final String MANAGE = "org.manage";
    private static final int LONGEST_TEXT = 1_000;

    /** An account with the password that is shown once. */
    public record Issued(String account, String password) {}

    /** What HR may correct; null leaves it as it is. */
    public record Correction(
            @Nullable String department,
            @Nullable String position,
            @Nullable String leader,
            @Nullable String startDate,
            @Nullable String comment) {}

    private final HireMapper rows;
    private final PortraitMapper portraits;
    private final People people;
    private final Accounts accounts;
    private final Requests requests;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    Onboardings(
            HireMapper rows,
            PortraitMapper portraits,
            People people,
            Accounts accounts,
            Requests requests,
            Tasks tasks,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.portraits = portraits;
        this.people = people;
        this.accounts = accounts;
        this.requests = requests;
        this.tasks = tasks;
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** A new initial password in place of the last one, as long as the hire has not chosen one. */
    public Issued issuePassword(Actor actor, String requestId) {
        actor.require(MANAGE);
        return attempts.get(() -> issueOnce(actor, requestId));
    }

    private Issued issueOnce(Actor actor, String requestId) {
        var row = running(requestId);
        if (!actor.permissions().containsAll(accounts.actor(row.personId()).permissions())) {
            throw Problem.of(403, "access:reset-above");
        }
        var issued = accounts.issue(row.personId());
        if (rows.passwordShown(requestId, clock.instant().truncatedTo(ChronoUnit.MILLIS)) == 0) {
            throw Problem.conflict("onboarding:already-activated", name(row));
        }
        return new Issued(people.get(row.personId()).account(), issued);
    }

    /** Moves the hire's department, position, leader or start date, and with it every date and reminder. */
    public void correct(Actor actor, String requestId, Correction wanted) {
        actor.require(MANAGE);
        attempts.run(() -> correctOnce(actor, requestId, wanted));
    }

    private void correctOnce(Actor actor, String requestId, Correction wanted) {
        var row = running(requestId);
        var person = people.get(row.personId());
        var facts = new HashMap<String, Object>();
        facts.put("department", or(wanted.department(), person.departmentId()));
        facts.put("position", or(wanted.position(), person.position()));
        facts.put("leader", or(wanted.leader(), row.leaderId()));
        facts.put("startDate", or(wanted.startDate(), row.startOn().toString()));
        if (facts.get("department").equals(or(person.departmentId(), ""))
                && facts.get("position").equals(or(person.position(), ""))
                && facts.get("leader").equals(row.leaderId())
                && facts.get("startDate").equals(row.startOn().toString())) {
            throw Problem.refused("onboarding:nothing-corrected");
        }
        if (!people.present(String.valueOf(facts.get("leader")))
                || facts.get("leader").equals(row.personId())) {
            throw Problem.refused("kernel:invalid").field("answers.leader", "onboarding:leader-unknown");
        }
        requests.signal(actor, requestId, CORRECTED, facts, checked(wanted.comment(), false));
        var leader = String.valueOf(facts.get("leader"));
        var toName = tasks.open(requestId).stream().anyMatch(task -> task.step().equals(Stage.MENTOR.task()));
        if (!leader.equals(row.leaderId()) && toName) {
            events.publishEvent(new OnboardingEvent.LeaderChanged(requestId, leader));
        }
    }

    /** The hire does not come: the account is disabled and nobody has anything to do any more. */
    public void cancel(Actor actor, String requestId, @Nullable String comment) {
        actor.require(MANAGE);
        attempts.run(() -> {
            running(requestId);
            requests.signal(actor, requestId, CANCELLED, Map.of(), checked(comment, true));
        });
    }

    /** The hire hands in a picture: for the first time, again after it came back, or a new one later. */
    public void handIn(Actor actor, String fileId, @Nullable String key) {
        Map<String, Object> answers = Map.of("picture", List.of(fileId));
        var last = portraits.ofPerson(actor.id());
        if (last != null && last.state() == PortraitState.CHECKING) {
            throw Problem.conflict("onboarding:picture-is-checked");
        }
        if (last != null && last.state() == PortraitState.RETURNED) {
            var task = tasks.open(last.requestId()).get(0);
            tasks.act(actor, task.taskId(), "submit", Tasks.Input.of(null, null, answers, null), key);
        } else {
            requests.submit(actor, PORTRAIT, answers, key);
        }
    }

    /** The hire asks or tells something; everybody who has to do with the onboarding reads it. */
    public void ask(Actor actor, String text, @Nullable String key) {
        requests.comment(actor, mine(actor).requestId(), text, key);
    }

    /** The actor's own onboarding. */
    Optional<HireRow> own(Actor actor) {
        return Optional.ofNullable(rows.ofPerson(actor.id())).filter(row -> row.state() != HireRow.State.CANCELLED);
    }

    HireRow mine(Actor actor) {
        return own(actor).orElseThrow(Problem::notFound);
    }

    /** For HR, and for those who receive the hire or have a part in it. */
    HireRow readable(Actor actor, String requestId) {
        var row = rows.find(requestId);
        if (row == null || !actor.may(MANAGE) && !receives(actor.id(), row)) {
            throw Problem.notFound();
        }
        return row;
    }

    private boolean receives(String personId, HireRow row) {
        return personId.equals(row.hrId())
                || personId.equals(row.leaderId())
                || personId.equals(row.mentorId())
                || rows.steps(List.of(row.requestId())).stream()
                        .anyMatch(step -> !step.stage().own() && personId.equals(step.doneBy()))
                || tasks.open(row.requestId()).stream()
                        .anyMatch(task -> !personId.equals(row.personId())
                                && task.people().contains(personId));
    }

    private HireRow running(String requestId) {
        var row = rows.find(requestId);
        if (row == null) {
            throw Problem.notFound();
        }
        if (!row.running()) {
            throw Problem.conflict("onboarding:is-over", name(row));
        }
        return row;
    }

    private String name(HireRow row) {
        return people.get(row.personId()).name();
    }

    private static String or(@Nullable String wanted, @Nullable String standing) {
        return wanted == null || wanted.isBlank() ? Objects.requireNonNullElse(standing, "") : wanted.strip();
    }

    private static @Nullable String checked(@Nullable String comment, boolean needed) {
        if (comment == null || comment.isBlank()) {
            if (needed) {
                throw Problem.refused("kernel:invalid").field("comment", "onboarding:reason-needed");
            }
            return null;
        }
        if (comment.length() > LONGEST_TEXT) {
            throw Problem.refused("kernel:invalid").field("comment", "process:text-too-long", LONGEST_TEXT);
        }
        return comment.strip();
    }
}
