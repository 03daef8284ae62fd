package io.tongban.access;

import io.tongban.kernel.Endpoint;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {

    record LoginBody(@Nullable String account, @Nullable String password) {}

    record User(String id, String name) {}

    /** {@code next} is what has to be done first. */
    record LoggedIn(
            User user, @Nullable @OneOf("change-password") String next) {}

    private final SignIn signIn;
    private final Sessions sessions;

    LoginController(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @PostMapping("/api/login")
    @Endpoint(Endpoint.ANONYMOUS)
    LoggedIn login(@RequestBody LoginBody body, HttpServletRequest request, HttpServletResponse response) {
        var account = body.account();
        var password = body.password();
        if (account == null || account.isBlank() || account.length() > 200) {
            throw Problem.refused("kernel:invalid").field("account", "access:account-needed");
        }
        if (password == null || password.isEmpty()) {
            throw Problem.refused("kernel:invalid").field("password", "access:password-needed");
        }
        var signed =
                signIn.signIn(account, password, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
        // A session that is replaced ends.
        Session.of(request)
                .filter(old -> !old.token())
                .ifPresent(old -> sessions.end(old.actor().id(), old.id(), Sessions.BROWSER));
        Credentials.setCookie(request, response, signed.session().secret(), sessions.lifetime());
        var person = signed.person();
        return new LoggedIn(new User(person.id(), person.name()), signed.mustChange() ? "change-password" : null);
    }

    @PostMapping("/api/logout")
    @Endpoint(Endpoint.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request, HttpServletResponse response) {
        var session = Session.required(request);
        sessions.end(session.actor().id(), session.id(), session.token() ? Sessions.TOKEN : Sessions.BROWSER);
        if (!session.token()) {
            Credentials.setCookie(request, response, "", Duration.ZERO);
        }
    }
}
