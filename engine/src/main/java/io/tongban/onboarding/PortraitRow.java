package io.tongban.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A picture on its way to become a portrait. */
record PortraitRow(String requestId, String personId, String fileId, State state, Instant updatedAt) {

    enum State {
        @JsonProperty("checking")
        CHECKING,
        @JsonProperty("returned")
        RETURNED,
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("dropped")
        DROPPED
    }
}
