package io.tongban.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A newcomer on the way in. */
record HireRow(
        String requestId,
        String number,
        String personId,
        String hrId,
        String leaderId,
        LocalDate startOn,
        Instant datedAt,
        @Nullable String mentorId,
        @Nullable String welcome,
        @Nullable String emergencyName,
        @Nullable String emergencyPhone,
        State state,
        @Nullable Instant passwordAt,
        @Nullable Instant activatedAt,
        Instant createdAt,
        Instant updatedAt) {

    enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("cancelled")
        CANCELLED
    }

    boolean running() {
        return state == State.RUNNING;
    }
}
