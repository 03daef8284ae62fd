package io.tongban.access;

import io.tongban.kernel.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Recognises the person behind a call by the session cookie or a personal token. */
@Component
public class Credentials {

    static final String COOKIE = "tongban";

    private static final String BEARER = "Bearer ";
    private static final String ENDED = Credentials.class.getName() + ".ended";

    /** All that a session may do before an initial password is changed. */
    private static final Set<String> BEFORE_CHANGE = Set.of("GET /api/me", "POST /api/me/password", "POST /api/logout");

    /** What a session may do before its account opens, besides what modules allow. */
    private static final Set<String> BEFORE_OPENING = Set.of("PUT /api/me", "GET /api/events");

    private final Sessions sessions;
    private final List<EarlyAccess> early;

    Credentials(Sessions sessions, List<EarlyAccess> early) {
        this.sessions = sessions;
        this.early = early;
    }

    /** Leaves the actor on the request and in the security context; what may be called without one is decided later. */
    public Filter filter() {
        return new CredentialFilter();
    }

    /** What to answer when a call needs a person and has none. */
    public static Problem missing(HttpServletRequest request) {
        return Problem.unauthenticated(
                request.getAttribute(ENDED) == null ? "kernel:unauthenticated" : "access:session-ended");
    }

    /** Id of the session or token that the call came with, for what outlives the call. */
    public static String session(HttpServletRequest request) {
        return Session.required(request).id();
    }

    /** Those of the given sessions and tokens that have not ended. */
    public Set<String> alive(Collection<String> sessionIds) {
        return sessions.alive(sessionIds);
    }

    /** A program's token in the header: no browser sends it by itself. */
    public static boolean bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    static void setCookie(HttpServletRequest request, HttpServletResponse response, String secret, Duration lasts) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, secret)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .path("/")
                        .secure(request.isSecure())
                        .maxAge(lasts)
                        .build()
                        .toString());
    }

    private static Optional<String> secret(HttpServletRequest request) {
        if (bearer(request)) {
            return Optional.of(request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(BEARER.length())
                    .strip());
        }
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(cookie -> cookie.getValue());
    }

    private final class CredentialFilter extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().startsWith("/api/");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var secret = secret(request);
            if (secret.isPresent()) {
                var session = sessions.resolve(secret.get());
                if (session.isPresent()) {
                    enter(request, session.get());
                } else {
                    request.setAttribute(ENDED, true);
                }
            }
            chain.doFilter(request, response);
        }

        private void enter(HttpServletRequest request, Session session) {
            var path = request.getRequestURI();
            var call = request.getMethod() + " " + path;
            var always = BEFORE_CHANGE.contains(call) || path.equals("/api/login");
            if (session.mustChange() && !always) {
                throw Problem.of(403, "access:change-password");
            }
            if (session.opensAt() != null
                    && !always
                    && !BEFORE_OPENING.contains(call)
                    && early.stream().noneMatch(module -> module.allows(request.getMethod(), path))) {
                throw Problem.of(403, "access:not-open-yet");
            }
            session.attach(request);
            var authorities = session.actor().roles().stream()
                    .map(SimpleGrantedAuthority::new)
                    .toList();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(session.actor(), null, authorities));
            SecurityContextHolder.setContext(context);
        }
    }
}
