package io.tongban.meeting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers of the booking form: what somebody wants, before anything was checked. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Asked(
        @Nullable String topic,
        @Nullable String purpose,
        @Nullable String start,
        @Nullable String end,
        @Nullable String room,
        @Nullable String online,
        @Nullable List<String> attendees,
        @Nullable String recorder,
        @Nullable List<Item> agenda,
        @Nullable Boolean confidential,
        @Nullable Boolean minutesWanted) {

    /** One point of the agenda. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @Nullable String what,
            @Nullable Integer minutes,
            @Nullable String who) {}

    /** Everybody who takes part: the organizer first, whoever writes the minutes too, each once. */
    Set<String> people(String organizer) {
        var all = new LinkedHashSet<String>();
        all.add(organizer);
        all.addAll(attendees == null ? List.of() : attendees);
        if (recorder != null && !recorder.isBlank()) {
            all.add(recorder);
        }
        return all;
    }

    /** The room's id, or null for a meeting without one. */
    @Nullable
    String roomId() {
        return room == null || room.isBlank() ? null : room.strip();
    }

    /** Whoever writes the minutes. */
    String writer(String organizer) {
        return recorder == null || recorder.isBlank() ? organizer : recorder;
    }

    List<Item> points() {
        return agenda == null
                ? List.of()
                : new ArrayList<>(agenda)
                        .stream()
                                .filter(item ->
                                        item.what() != null && !item.what().isBlank())
                                .toList();
    }
}
