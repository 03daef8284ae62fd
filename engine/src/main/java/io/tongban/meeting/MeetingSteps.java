package io.tongban.meeting;

import io.tongban.process.Effect;
import io.tongban.process.Step;
import io.tongban.process.StepContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What models can do with meetings. */
@Component
class MeetingSteps {

    private static final int REMINDER_MINUTES = 15;
    private static final int DAYS_FOR_MINUTES = 2;

    /**
     * Facts of a booked meeting: its moments for the timers, who writes the minutes, and words for the title.
     *
     * @param over the meeting was held before it was entered
     * @param other somebody else than the organizer writes the minutes
     */
    record Booked(
            String subject,
            String period,
            String periodEn,
            Instant noticeAt,
            Instant remindAt,
            Instant endsAt,
            Instant minutesDue,
            String writer,
            boolean other,
            boolean minutesWanted,
            boolean over) {}

    record Why(@Nullable String reason) {}

    /** Which reminder it is: {@code day-before} or {@code soon}. */
    record Reminder(String reminder) {}

    /** Answers of the minutes' form. */
    record Written(
            @Nullable String minutes,
            @Nullable List<String> minutesFiles,
            @Nullable List<Minutes.Line> followUps) {}

    private final Bookings bookings;
    private final Minutes minutes;
    private final MeetingRules rules;
    private final MeetingWords words;
    private final ZoneId zone;

    MeetingSteps(Bookings bookings, Minutes minutes, MeetingRules rules, MeetingWords words, ZoneId zone) {
        this.bookings = bookings;
        this.minutes = minutes;
        this.rules = rules;
        this.words = words;
        this.zone = zone;
    }

    @Step(value = "meeting.book", effect = Effect.UNDOABLE, undoneBy = "meeting.cancel")
    Booked book(Asked asked, StepContext context) {
        return booked(bookings.book(context.requestId(), context.number(), context.applicantId(), asked));
    }

    @Step("meeting.change")
    Booked change(Asked asked, StepContext context) {
        return booked(bookings.change(context.requestId(), asked));
    }

    @Step("meeting.cancel")
    void cancel(Why why, StepContext context) {
        bookings.cancel(context.requestId(), why.reason() == null ? "" : why.reason());
    }

    @Step("meeting.remind")
    void remind(Reminder what, StepContext context) {
        var meeting = bookings.get(context.requestId());
        if (what.reminder().equals("day-before")) {
            minutes.dayBefore(meeting);
        } else {
            minutes.soon(meeting);
        }
    }

    @Step("meeting.distribute")
    void distribute(Written written, StepContext context) {
        minutes.distribute(
                bookings.get(context.requestId()),
                written.minutes() == null ? "" : written.minutes(),
                written.minutesFiles() == null ? List.of() : written.minutesFiles(),
                written.followUps() == null ? List.of() : written.followUps());
    }

    private Booked booked(MeetingRow meeting) {
        var start = meeting.startAt();
        return new Booked(
                meeting.topic(),
                words.period(Locale.SIMPLIFIED_CHINESE, start, meeting.endAt()),
                words.period(Locale.ENGLISH, start, meeting.endAt()),
                instant(start.minusDays(1)),
                instant(start.minusMinutes(REMINDER_MINUTES)),
                instant(meeting.endAt()),
                instant(meeting.endAt().plusDays(DAYS_FOR_MINUTES)),
                meeting.recorderId(),
                !meeting.recorderId().equals(meeting.organizerId()),
                meeting.minutesWanted(),
                !meeting.endAt().isAfter(rules.now()));
    }

    private Instant instant(LocalDateTime at) {
        return at.atZone(zone).toInstant();
    }
}
