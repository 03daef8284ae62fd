package io.tongban.process.engine;

import io.tongban.calendar.WorkingSpan;
import io.tongban.process.engine.Xml.Node;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.regex.Pattern;

/**
 * Timers wait for an ISO date, for the date that a fact holds, or for a duration, which may be in working time
 * ({@code working:PT8H}), or repeat as {@code R3/PT1H}, at most once a minute.
 */
final class Timers {

    private static final Pattern CYCLE = Pattern.compile("R\\d{0,4}/(.+)");

    private final ModelFile file;
    private final FactCheck facts;

    Timers(ModelFile file, FactCheck facts) {
        this.file = file;
        this.facts = facts;
    }

    void check(Node root) {
        root.all()
                .filter(node -> node.is(Vocabulary.BPMN, "timerEventDefinition"))
                .forEach(this::timer);
    }

    private void timer(Node timer) {
        for (var child : timer.children()) {
            var text = child.text();
            if (child.name().equals("timeDate") && facts.date(child, text)) {
                continue;
            }
            var length = child.name().equals("timeCycle") ? text.replaceFirst("^R\\d{0,4}/", "") : text;
            if (WorkingSpan.isMarked(length)) {
                working(timer, child.name(), length);
                continue;
            }
            var fine = switch (child.name()) {
                case "timeDate" -> date(text);
                case "timeDuration" -> duration(text);
                case "timeCycle" -> cycle(text);
                default -> true;
            };
            if (!fine) {
                file.found(
                        timer,
                        Vocabulary.hasExpression(text) ? "expression" : "timer",
                        "“" + text
                                + "” is no ISO date, duration, working time such as working:PT8H, or cycle such as R3/PT1H");
            }
        }
    }

    /** Eight working hours, two working days; as a duration, or again and again. */
    private void working(Node timer, String kind, String text) {
        if (kind.equals("timeDate")) {
            file.found(timer, "timer", "“" + text + "” is a duration, not a date");
            return;
        }
        try {
            WorkingSpan.marked(text);
        } catch (IllegalArgumentException wrong) {
            file.found(timer, "timer", String.valueOf(wrong.getMessage()));
        }
    }

    static boolean dateOrDuration(String text) {
        return date(text) || duration(text);
    }

    private static boolean cycle(String text) {
        var cycle = CYCLE.matcher(text);
        if (!cycle.matches() || !duration(cycle.group(1))) {
            return false;
        }
        var length = cycle.group(1);
        return !length.startsWith("PT") || Duration.parse(length).compareTo(Duration.ofMinutes(1)) >= 0;
    }

    private static boolean duration(String text) {
        try {
            return text.contains("T")
                    ? positive(text)
                    : !Period.parse(text).isNegative() && !Period.parse(text).isZero();
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean positive(String text) {
        var duration = Duration.parse(text);
        return !duration.isNegative() && !duration.isZero();
    }

    private static boolean date(String text) {
        return parses(() -> LocalDateTime.parse(text))
                || parses(() -> OffsetDateTime.parse(text))
                || parses(() -> LocalDate.parse(text));
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
