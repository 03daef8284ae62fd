package io.tongban.access;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own sessions and tokens. */
@RestController
@RequestMapping("/api")
class SessionController {

    record SessionItem(
            String id,
            @Nullable String address,
            @Nullable String agent,
            Instant createdAt,
            Instant seenAt,
            boolean current) {}

    record TokenItem(String id, @Nullable String name, Instant createdAt, Instant seenAt, Instant expiresAt) {}

    record TokenBody(@Nullable String name) {}

    /** The only time the token is shown. */
    record NewToken(String id, String token) {}

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/sessions")
    @Endpoint(Endpoint.SIGNED_IN)
    Page<SessionItem> sessions(Actor actor, HttpServletRequest request) {
        var current = Session.required(request).id();
        return Page.all(sessions.list(actor.id(), Sessions.BROWSER).stream()
                .map(s -> new SessionItem(
                        s.id(), s.address(), s.agent(), s.createdAt(), s.seenAt(), s.id().equals(current)))
                .toList());
    }

    @DeleteMapping("/sessions/{id}")
    @Endpoint(Endpoint.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable String id, Actor actor, HttpServletRequest request) {
        refuseToken(request);
        sessions.end(actor.id(), id, Sessions.BROWSER);
    }

    @GetMapping("/tokens")
    @Endpoint(Endpoint.SIGNED_IN)
    Page<TokenItem> tokens(Actor actor) {
        return Page.all(sessions.list(actor.id(), Sessions.TOKEN).stream()
                .map(s -> new TokenItem(s.id(), s.name(), s.createdAt(), s.seenAt(), s.expiresAt()))
                .toList());
    }

    @PostMapping("/tokens")
    @Endpoint(Endpoint.SIGNED_IN)
    ResponseEntity<NewToken> addToken(@RequestBody TokenBody body, Actor actor, HttpServletRequest request) {
        refuseToken(request);
        var opened = sessions.openToken(actor.id(), body.name() == null ? "" : body.name());
        return ResponseEntity.created(URI.create("/api/tokens/" + opened.id()))
                .body(new NewToken(opened.id(), opened.secret()));
    }

    @DeleteMapping("/tokens/{id}")
    @Endpoint(Endpoint.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endToken(@PathVariable String id, Actor actor) {
        sessions.end(actor.id(), id, Sessions.TOKEN);
    }

    /** A stolen token must not make others or throw its owner out. */
    private static void refuseToken(HttpServletRequest request) {
        if (Session.required(request).token()) {
            throw Problem.of(403, "access:session-needed");
        }
    }
}
