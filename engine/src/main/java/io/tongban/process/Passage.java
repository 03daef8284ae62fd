package io.tongban.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a request went through its process so far: when it was where, and who had it. Ids and times only.
 *
 * @param seq number of the newest line of its trail
 * @param endedAt when it was settled, null while it runs
 * @param pauses times in which it was suspended
 * @param returns how often it was sent back
 * @param met whether the goal of the process was met, null where there is none or it is not known yet
 * @param settled false while something that has ended is not measured yet
 * @param flows how often each sequence flow was taken; empty while it runs, and when its course was cleaned
 */
public record Passage(
        String requestId,
        int seq,
        String processKey,
        int version,
        String applicantId,
        @Nullable String departmentId,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean suspended,
        List<Pause> pauses,
        int returns,
        @Nullable Boolean met,
        boolean settled,
        List<Stay> stays,
        List<Hand> hands,
        Map<String, Integer> flows) {

    /** Nobody could act in this time; it lasts while {@code until} is null. */
    public record Pause(Instant from, @Nullable Instant until) {}

    /**
     * Once at a step, however many people had a say there.
     *
     * @param action what ended it, {@code gone} when it was no longer needed, null while it waits
     * @param met whether the goal of the step was met
     * @param dueAt until when it is to be done, while it waits
     */
    public record Stay(
            String step,
            Instant from,
            @Nullable Instant until,
            @Nullable String action,
            @Nullable Boolean met,
            @Nullable Instant dueAt) {}

    /**
     * Once in somebody's hands: from the moment it reached them to what they did with it.
     *
     * @param personId a person, or {@code role:KEY} while it waits in a pool
     * @param action what they did, null while it waits for them
     */
    public record Hand(
            String step,
            String personId,
            Instant from,
            @Nullable Instant until,
            @Nullable String action,
            @Nullable Instant dueAt) {}
}
