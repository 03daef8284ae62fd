package io.tongban.access;

import io.tongban.kernel.Endpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/setup")
class SetupController {

    /** What the sign-in page has to know before anybody is signed in. */
    record State(boolean needed, boolean demo) {}

    record SetupBody(
            @Nullable String code,
            @Nullable String company,
            @Nullable String name,
            @Nullable String account,
            @Nullable String password) {}

    record Administrator(String id) {}

    private final Setup setup;
    private final boolean demo;

    SetupController(Setup setup, Environment environment) {
        this.setup = setup;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping
    @Endpoint(Endpoint.ANONYMOUS)
    State state() {
        return new State(setup.needed(), demo);
    }

    @PostMapping
    @Endpoint(Endpoint.ANONYMOUS)
    ResponseEntity<Administrator> complete(@RequestBody SetupBody body, HttpServletRequest request) {
        var wanted = new Setup.NewCompany(
                orEmpty(body.company()), orEmpty(body.name()), orEmpty(body.account()), orEmpty(body.password()));
        var id = setup.complete(orEmpty(body.code()), wanted, request.getRemoteAddr());
        return ResponseEntity.created(URI.create("/api/people/" + id)).body(new Administrator(id));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Prints the code where only whoever runs the server can read it. */
    @Component
    @Profile("!demo")
    static class Printer {

        private final Setup setup;
        private final String address;

        Printer(Setup setup, @Value("${tongban.public-url}") String address) {
            this.setup = setup;
            this.address = address;
        }

        @EventListener(ApplicationReadyEvent.class)
        void print() {
            if (setup.needed()) {
                System.out.printf("""

                        ============================================================
                          通办 初始设置  First set-up of Tongban
                          %s
                          设置码 Code: %s
                        ============================================================

                        """, address, setup.newCode());
            }
        }
    }
}
