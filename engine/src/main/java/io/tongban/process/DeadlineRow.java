package io.tongban.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a task is to be done, or how long a request should take, and how long it took.
 *
 * @param id of the engine's task, or of the request when {@code step} is null
 * @param goal working minutes it should take, null where nothing is said
 * @param fromAt since when {@code leftMinutes} count: the beginning, or the last time it changed hands
 * @param leftMinutes working minutes from then to the due date
 * @param rung how many rungs of the ladder have been done
 * @param nextAt when the next rung is due, null when there is none
 * @param calendarVersion of the calendar that was counted with; {@link #UNSETTLED}, {@link #AGAIN}, {@link #OVER}, null when nothing is
 *     counted any more
 * @param provisional whether the holidays of a year on the way are not known yet
 * @param used working minutes it took, once it has ended
 */
record DeadlineRow(
        String id,
        String requestId,
        String processKey,
        @Nullable String step,
        Instant startedAt,
        @Nullable Integer goal,
        @Nullable Instant dueAt,
        Instant fromAt,
        int leftMinutes,
        int rung,
        @Nullable Instant nextAt,
        @Nullable Integer calendarVersion,
        boolean provisional,
        @Nullable Instant endedAt,
        @Nullable Integer used,
        @Nullable Boolean met) {

    /** Nobody has looked yet who is away. */
    static final int UNSETTLED = 0;

    /** It has ended and its numbers are to be counted. */
    static final int OVER = -1;

    /** Whoever holds it, or when they are there, has changed. */
    static final int AGAIN = -2;

    /** Counted again. */
    DeadlineRow counted(Plan plan) {
        return new DeadlineRow(
                id,
                requestId,
                processKey,
                step,
                startedAt,
                goal,
                plan.dueAt(),
                fromAt,
                leftMinutes,
                rung,
                plan.nextAt(),
                plan.version(),
                plan.provisional(),
                endedAt,
                used,
                met);
    }

    /** From now on so many minutes are left. */
    DeadlineRow from(Instant now, int minutes) {
        return new DeadlineRow(
                id,
                requestId,
                processKey,
                step,
                startedAt,
                goal,
                dueAt,
                now,
                minutes,
                rung,
                nextAt,
                calendarVersion,
                provisional,
                endedAt,
                used,
                met);
    }

    /** It began and ended then, and so many working minutes lay between. */
    DeadlineRow took(Instant begun, Instant ended, int minutes) {
        return new DeadlineRow(
                id,
                requestId,
                processKey,
                step,
                begun,
                goal,
                dueAt,
                begun,
                leftMinutes,
                rung,
                null,
                null,
                provisional,
                ended,
                minutes,
                goal == null ? null : minutes <= goal);
    }

    DeadlineRow at(int newRung) {
        return new DeadlineRow(
                id,
                requestId,
                processKey,
                step,
                startedAt,
                goal,
                dueAt,
                fromAt,
                leftMinutes,
                newRung,
                nextAt,
                calendarVersion,
                provisional,
                endedAt,
                used,
                met);
    }

    /**
     * What a count says.
     *
     * @param nextAt when the next rung is due
     */
    record Plan(Instant dueAt, @Nullable Instant nextAt, int version, boolean provisional) {}
}
