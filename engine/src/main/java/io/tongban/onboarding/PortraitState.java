package io.tongban.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the check of a picture is. */
enum PortraitState {
    @JsonProperty("checking")
    CHECKING,
    @JsonProperty("returned")
    RETURNED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("dropped")
    DROPPED
}
