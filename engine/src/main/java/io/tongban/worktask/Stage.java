package io.tongban.worktask;

import java.util.Locale;

/** How far a task is. */
enum Stage {
    PLANNED,
    DOING,
    ACCEPTING,
    CLOSED,
    CANCELLED;

    /** The owner works on it, or is about to. */
    boolean working() {
        return this == PLANNED || this == DOING;
    }

    boolean ended() {
        return this == CLOSED || this == CANCELLED;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
