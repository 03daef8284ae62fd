package io.tongban.meeting;

import io.tongban.kernel.Problem;
import io.tongban.org.People;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a meeting may be, whatever the room says. */
@Component
class MeetingRules {

    static final int MOST_PEOPLE = 300;
    private static final int LONGEST_HOURS = 24;
    private static final int DAYS_BACK = 30;

    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    MeetingRules(People people, Clock clock, ZoneId zone) {
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(zone));
    }

    static LocalDateTime time(@Nullable String text, String field) {
        try {
            return LocalDateTime.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw Problem.refused("kernel:invalid").field(field, "meeting:time-missing");
        }
    }

    /** Everything that is wrong at once. A meeting that was held may be entered for its minutes, for a month. */
    void check(Asked asked, String organizer) {
        var start = time(asked.start(), "answers.start");
        var end = time(asked.end(), "answers.end");
        var problem = Problem.refused("kernel:invalid");
        if (asked.topic() == null || asked.topic().isBlank() || length(asked.topic()) > 100) {
            problem.field("answers.topic", "meeting:topic-missing", 100);
        }
        if (length(asked.purpose()) > 500) {
            problem.field("answers.purpose", "meeting:too-long", 500);
        }
        if (length(asked.online()) > 300) {
            problem.field("answers.online", "meeting:too-long", 300);
        }
        if (!start.isBefore(end)) {
            problem.field("answers.end", "meeting:end-before-start");
        } else if (Duration.between(start, end).toHours() >= LONGEST_HOURS) {
            problem.field("answers.end", "meeting:too-many-hours", LONGEST_HOURS);
        }
        if (start.isBefore(now().minusDays(DAYS_BACK))) {
            problem.field("answers.start", "meeting:too-long-ago", DAYS_BACK);
        } else if (start.isAfter(now().plusYears(1))) {
            problem.field("answers.start", "meeting:too-far");
        }
        if (blank(asked.room()) && blank(asked.online())) {
            problem.field("answers.room", "meeting:place-missing");
        }
        var all = new ArrayList<>(asked.people(organizer));
        if (all.size() > MOST_PEOPLE) {
            problem.field("answers.attendees", "meeting:too-many-people", MOST_PEOPLE);
        } else if (people.present(all).size() < all.size()) {
            problem.field("answers.attendees", "meeting:people-gone");
        }
        agenda(asked.points(), problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static void agenda(List<Asked.Item> points, Problem problem) {
        if (points.size() > 50
                || points.stream()
                        .anyMatch(point -> length(point.what()) > 200
                                || point.minutes() != null && (point.minutes() < 0 || point.minutes() > 1440))) {
            problem.field("answers.agenda", "meeting:agenda-wrong");
        }
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}
