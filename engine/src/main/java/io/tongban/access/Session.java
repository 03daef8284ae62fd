package io.tongban.access;

import io.tongban.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credential a call came with.
 *
 * @param token a personal token of a program, not a browser's session
 * @param mustChange the password has to be changed before anything else
 * @param opensAt when the account opens, null when it is open: before, it does only what is allowed early
 */
record Session(
        String id,
        boolean token,
        boolean mustChange,
        @Nullable Instant opensAt,
        Actor actor) {

    static Optional<Session> of(HttpServletRequest request) {
        return Optional.ofNullable((Session) request.getAttribute(Session.class.getName()));
    }

    static Session required(HttpServletRequest request) {
        return Objects.requireNonNull((Session) request.getAttribute(Session.class.getName()));
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(Session.class.getName(), this);
        request.setAttribute(Actor.class.getName(), actor);
    }
}
