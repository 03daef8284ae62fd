package io.tongban.onboarding;

import io.tongban.access.Roles;
import io.tongban.process.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what is due in an onboarding; what is late reaches HR too. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reminders {

    private static final String HR = "hr";

    private final HireMapper rows;
    private final PortraitMapper portraits;
    private final Hires hires;
    private final Deadlines deadlines;
    private final Tasks tasks;
    private final Roles roles;
    private final Clock clock;
    private final ZoneId zone;

    Reminders(
            HireMapper rows,
            PortraitMapper portraits,
            Hires hires,
            Deadlines deadlines,
            Tasks tasks,
            Roles roles,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.portraits = portraits;
        this.hires = hires;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.roles = roles;
        this.clock = clock;
        this.zone = zone;
    }

    /** Tells whoever has something due today or tomorrow, or late. */
    void remind(String requestId) {
        var row = hires.get(requestId);
        var today = LocalDate.now(clock.withZone(zone));
        var now = clock.instant();
        var name = hires.name(row.personId());
        var open = tasks.open(requestId).stream().collect(Collectors.toMap(Tasks.Open::step, Function.identity()));
        var late = new ArrayList<Stage>();
        for (var step : rows.steps(List.of(requestId))) {
            if (step.done() || !deadlines.reminds(step.dueAt(), today)) {
                continue;
            }
            if (today.isAfter(step.dueAt().atZone(zone).toLocalDate())) {
                late.add(step.stage());
            }
            tell(row, step, open, name, now);
        }
        if (late.contains(Stage.ACTIVATE)) {
            hires.tell(row, hr(row), "onboarding.not-activated", page(row), name, row.startOn());
        } else if (!late.isEmpty()) {
            hires.tell(row, List.of(row.hrId()), "onboarding.late", page(row), name, late.size());
        }
    }

    private void tell(HireRow row, StepRow step, Map<String, Tasks.Open> open, String name, Instant now) {
        var stage = step.stage();
        var due = step.dueAt().atZone(zone).toLocalDate();
        var kind = "onboarding.due-" + stage.name().toLowerCase(java.util.Locale.ROOT);
        if (stage == Stage.PORTRAIT && checking(row)) {
            hires.tell(row, hr(row), "onboarding.due-check", "/tasks", name);
        } else if (stage.own()) {
            // What the account is needed for waits until it is activated.
            if ((stage == Stage.ACTIVATE) == (row.activatedAt() == null)) {
                hires.tell(row, List.of(row.personId()), kind, "/welcome", due);
            }
        } else {
            var task = open.get(String.valueOf(stage.task()));
            if (task != null) {
                hires.tell(row, task.people(), kind, "/tasks/" + task.taskId(), name, due);
            }
        }
    }

    private boolean checking(HireRow row) {
        var portrait = portraits.ofPerson(row.personId());
        return portrait != null && portrait.state() == PortraitState.CHECKING;
    }

    /** Whoever entered the hire first, and every colleague in HR. */
    private List<String> hr(HireRow row) {
        var all = new LinkedHashSet<>(List.of(row.hrId()));
        all.addAll(roles.members(HR));
        return List.copyOf(all);
    }

    private static String page(HireRow row) {
        return "/onboarding/" + row.requestId();
    }
}
