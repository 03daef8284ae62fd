package io.tongban.onboarding;

import io.tongban.access.Roles;
import io.tongban.kernel.Actor;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far hires are, for HR, for those who receive them and for themselves. */
@Component
class HireViews {

    private static final int FEW = 4;

    record Ref(String id, String name, @Nullable String portrait) {
        static Ref of(Person person) {
            return new Ref(person.id(), person.name(), person.portrait());
        }
    }

    /** {@code task} is the reader's own open task. */
    record StepView(
            Stage stage,
            @OneOf({"done", "late", "open", "waiting"}) String state,
            Instant due,
            @Nullable Instant doneAt,
            List<Ref> owners,
            @Nullable String task) {}

    record Item(
            String id,
            String number,
            Ref person,
            @Nullable String department,
            @Nullable String position,
            @Nullable Ref leader,
            LocalDate startOn,
            HireRow.State state,
            List<StepView> steps) {}

    record Card(
            Ref person,
            @Nullable String position,
            @Nullable String email,
            @Nullable String phone) {
        static Card of(Person person) {
            return new Card(Ref.of(person), person.position(), person.email(), person.phone());
        }
    }

    record Named(String id, String name) {}

    record Detail(
            String id,
            String number,
            Card person,
            String account,
            String employeeNumber,
            @Nullable Named department,
            @Nullable Card leader,
            @Nullable Card hr,
            @Nullable Card mentor,
            @Nullable String welcome,
            LocalDate startOn,
            HireRow.State state,
            @Nullable Instant activatedAt,
            @Nullable Instant passwordAt,
            @Nullable Contact emergency,
            PortraitView portrait,
            List<StepView> steps,
            boolean mayManage) {}

    record Contact(String name, @Nullable String phone) {}

    /** {@code state} is null before a picture was handed in. */
    record PortraitView(
            @Nullable String request,
            @Nullable PortraitState state,
            @Nullable String file) {}

    private final HireMapper rows;
    private final PortraitMapper portraits;
    private final People people;
    private final Roles roles;
    private final Tasks tasks;
    private final Clock clock;

    HireViews(HireMapper rows, PortraitMapper portraits, People people, Roles roles, Tasks tasks, Clock clock) {
        this.rows = rows;
        this.portraits = portraits;
        this.people = people;
        this.roles = roles;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Running ones by start date, the others with the latest first. */
    Page<Item> list(HireRow.State state, @Nullable String cursor, int limit) {
        var at = Cursor.of(cursor);
        var found = state == HireRow.State.RUNNING
                ? rows.comingFirst(state, at.day(), at.id(), limit + 1)
                : rows.latestFirst(state, at.day(), at.id(), limit + 1);
        var page = Page.of(found, limit, row -> row.startOn() + "_" + row.requestId());
        var steps = page.items().isEmpty()
                ? Map.<String, List<StepRow>>of()
                : rows.steps(page.items().stream().map(HireRow::requestId).toList()).stream()
                        .collect(Collectors.groupingBy(StepRow::requestId));
        var known = people.byIds(page.items().stream()
                .flatMap(row -> Stream.of(row.personId(), row.leaderId()))
                .toList());
        return page.map(row -> item(row, steps.getOrDefault(row.requestId(), List.of()), known));
    }

    private Item item(HireRow row, List<StepRow> steps, Map<String, Person> known) {
        var person = known.get(row.personId());
        var leader = known.get(row.leaderId());
        return new Item(
                row.requestId(),
                row.number(),
                person == null ? new Ref(row.personId(), "", null) : Ref.of(person),
                person == null ? null : person.departmentName(),
                person == null ? null : person.position(),
                leader == null ? null : Ref.of(leader),
                row.startOn(),
                row.state(),
                ordered(steps)
                        .map(step -> new StepView(
                                step.stage(), state(row, step, steps), step.dueAt(), step.doneAt(), List.of(), null))
                        .toList());
    }

    Detail detail(Actor reader, HireRow row) {
        var steps = rows.steps(List.of(row.requestId()));
        var open = row.running()
                ? tasks.open(row.requestId()).stream()
                        .collect(Collectors.toMap(Tasks.Open::step, Function.identity(), (a, b) -> a))
                : Map.<String, Tasks.Open>of();
        var portrait = portraits.ofPerson(row.personId());
        var owners =
                steps.stream().collect(Collectors.toMap(StepRow::stage, step -> owners(row, step, open, portrait)));
        var ids = new LinkedHashSet<>(List.of(row.personId(), row.leaderId(), row.hrId()));
        owners.values().forEach(ids::addAll);
        if (row.mentorId() != null) {
            ids.add(row.mentorId());
        }
        var known = people.byIds(ids);
        var person = known.get(row.personId());
        if (person == null) {
            throw Problem.notFound();
        }
        var manages = reader.may("org.manage");
        var own = reader.id().equals(row.personId());
        return new Detail(
                row.requestId(),
                row.number(),
                Card.of(person),
                person.account(),
                person.number(),
                person.departmentId() == null || person.departmentName() == null
                        ? null
                        : new Named(person.departmentId(), person.departmentName()),
                card(known, row.leaderId()),
                card(known, row.hrId()),
                card(known, row.mentorId()),
                row.welcome(),
                row.startOn(),
                row.state(),
                row.activatedAt(),
                row.passwordAt(),
                row.emergencyName() == null || !manages && !own
                        ? null
                        : new Contact(row.emergencyName(), row.emergencyPhone()),
                portrait == null
                        ? new PortraitView(null, null, null)
                        : new PortraitView(
                                portrait.requestId(), portrait.state(), manages || own ? portrait.fileId() : null),
                ordered(steps)
                        .map(step -> new StepView(
                                step.stage(),
                                state(row, step, steps),
                                step.dueAt(),
                                step.doneAt(),
                                refs(known, owners.getOrDefault(step.stage(), List.of())),
                                task(reader, step, open)))
                        .toList(),
                manages);
    }

    private static Stream<StepRow> ordered(List<StepRow> steps) {
        return steps.stream().sorted(Comparator.comparing(StepRow::stage));
    }

    private String state(HireRow row, StepRow step, List<StepRow> all) {
        if (step.done()) {
            return "done";
        }
        if (!row.running() || waits(row, step, all)) {
            return "waiting";
        }
        return step.dueAt().isBefore(clock.instant()) ? "late" : "open";
    }

    /** What needs the account waits for it, and reading comes after the profile. */
    private static boolean waits(HireRow row, StepRow step, List<StepRow> all) {
        return switch (step.stage()) {
            case PROFILE, PORTRAIT -> row.activatedAt() == null;
            case READING -> all.stream().anyMatch(one -> one.stage() == Stage.PROFILE && !one.done());
            default -> false;
        };
    }

    private List<String> owners(
            HireRow row, StepRow step, Map<String, Tasks.Open> open, @Nullable PortraitRow portrait) {
        if (step.doneBy() != null) {
            return List.of(step.doneBy());
        }
        if (step.stage() == Stage.PORTRAIT && portrait != null && portrait.state() == PortraitState.CHECKING) {
            return few(roles.members("hr"));
        }
        if (step.stage().own()) {
            return List.of(row.personId());
        }
        var task = open.get(String.valueOf(step.stage().task()));
        return task == null ? List.of() : few(task.people());
    }

    private static @Nullable String task(Actor reader, StepRow step, Map<String, Tasks.Open> open) {
        var task = open.get(String.valueOf(step.stage().task()));
        return task != null && task.people().contains(reader.id()) ? task.taskId() : null;
    }

    private static List<String> few(List<String> all) {
        return all.size() <= FEW ? all : all.subList(0, FEW);
    }

    private static List<Ref> refs(Map<String, Person> known, List<String> ids) {
        var found = new ArrayList<Ref>();
        for (var id : ids) {
            var person = known.get(id);
            if (person != null) {
                found.add(Ref.of(person));
            }
        }
        return found;
    }

    private static @Nullable Card card(Map<String, Person> known, @Nullable String id) {
        var person = id == null ? null : known.get(id);
        return person == null ? null : Card.of(person);
    }

    /** The last start date and request of a page. */
    private record Cursor(@Nullable LocalDate day, @Nullable String id) {

        static Cursor of(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return new Cursor(null, null);
            }
            try {
                var parts = text.split("_", 2);
                return new Cursor(LocalDate.parse(parts[0]), parts.length < 2 ? "" : parts[1]);
            } catch (DateTimeParseException malformed) {
                throw Problem.malformed("kernel:malformed");
            }
        }
    }
}
