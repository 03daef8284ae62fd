package io.tongban.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What has to be done for a hire, in the order in which a hire reads it. */
enum Stage {
    /** The hire replaces the initial password. */
    @JsonProperty("activate")
    ACTIVATE(0, true, null),
    @JsonProperty("profile")
    PROFILE(0, false, "Task_Profile"),
    @JsonProperty("portrait")
    PORTRAIT(1, false, null),
    @JsonProperty("reading")
    READING(2, false, "Task_Reading"),
    @JsonProperty("it")
    IT(-1, false, "Task_It"),
    @JsonProperty("mentor")
    MENTOR(-1, false, "Task_Mentor");

    private final int day;
    private final boolean atNoon;
    private final @Nullable String task;

    Stage(int day, boolean atNoon, @Nullable String task) {
        this.day = day;
        this.atNoon = atNoon;
        this.task = task;
    }

    /** Working days from the start date until it is due. */
    int day() {
        return day;
    }

    /** Due when the morning's office hours end, not the afternoon's. */
    boolean atNoon() {
        return atNoon;
    }

    /** The model's task for it; null when an event completes it. */
    @Nullable
    String task() {
        return task;
    }

    /** Done by the hire. */
    boolean own() {
        return this != IT && this != MENTOR;
    }
}
