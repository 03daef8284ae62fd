package io.tongban.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting; keyed by the request of the procedure.
 *
 * @param minutesFiles ids with commas
 */
record MeetingRow(
        String requestId,
        String number,
        @Nullable String seriesId,
        String organizerId,
        String recorderId,
        String topic,
        @Nullable String purpose,
        LocalDateTime startAt,
        LocalDateTime endAt,
        @Nullable String roomId,
        @Nullable String online,
        String agenda,
        boolean confidential,
        boolean minutesWanted,
        State state,
        Instant toldAt,
        @Nullable String minutes,
        @Nullable String minutesFiles,
        @Nullable Instant minutesAt,
        Instant createdAt,
        Instant updatedAt) {

    enum State {
        BOOKED,
        CANCELLED
    }

    boolean booked() {
        return state == State.BOOKED;
    }

    MeetingRow cancelled(Instant now) {
        return new MeetingRow(
                requestId,
                number,
                seriesId,
                organizerId,
                recorderId,
                topic,
                purpose,
                startAt,
                endAt,
                roomId,
                online,
                agenda,
                confidential,
                minutesWanted,
                State.CANCELLED,
                toldAt,
                minutes,
                minutesFiles,
                minutesAt,
                createdAt,
                now);
    }

    List<String> minutesFileIds() {
        return minutesFiles == null || minutesFiles.isEmpty() ? List.of() : List.of(minutesFiles.split(","));
    }

    MeetingRow recorded(String text, List<String> files, Instant now) {
        return new MeetingRow(
                requestId,
                number,
                seriesId,
                organizerId,
                recorderId,
                topic,
                purpose,
                startAt,
                endAt,
                roomId,
                online,
                agenda,
                confidential,
                minutesWanted,
                state,
                toldAt,
                text,
                files.isEmpty() ? null : String.join(",", files),
                now,
                createdAt,
                now);
    }
}
