package io.tongban.access;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Problem;
import io.tongban.org.Department;
import io.tongban.org.Departments;
import io.tongban.org.People;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/me")
class MeController {

    record Named(String id, String name) {}

    record Me(
            String id,
            String account,
            String number,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String portrait,
            String locale,
            @Nullable String position,
            List<Named> departments,
            Set<String> roles,
            Set<String> permissions,
            Set<String> abilities,
            String company,
            boolean mustChangePassword,
            @Nullable Instant opensAt,
            boolean demo) {}

    record ContactBody(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String locale) {}

    record PasswordBody(
            @Nullable String old,

            @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable
            String wanted) {}

    private final People people;
    private final Departments departments;
    private final SignIn signIn;
    private final List<Abilities> abilities;
    private final boolean demo;

    MeController(
            People people, Departments departments, SignIn signIn, List<Abilities> abilities, Environment environment) {
        this.people = people;
        this.departments = departments;
        this.signIn = signIn;
        this.abilities = abilities;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping
    @Endpoint(Endpoint.SIGNED_IN)
    Me me(Actor actor, HttpServletRequest request) {
        var person = people.get(actor.id());
        var mine = departments.of(actor.id()).stream()
                .map(m -> new Named(m.departmentId(), m.name()))
                .toList();
        return new Me(
                person.id(),
                person.account(),
                person.number(),
                person.name(),
                person.email(),
                person.phone(),
                person.portrait(),
                person.locale(),
                person.position(),
                mine,
                new TreeSet<>(actor.roles()),
                new TreeSet<>(actor.permissions()),
                abilities.stream()
                        .flatMap(one -> one.of(actor).stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                departments.root().map(Department::name).orElse(""),
                Session.required(request).mustChange(),
                Session.required(request).opensAt(),
                demo);
    }

    @PutMapping
    @Endpoint(Endpoint.SIGNED_IN)
    Me change(@RequestBody ContactBody body, Actor actor, HttpServletRequest request) {
        var locale = body.locale() == null ? people.get(actor.id()).locale() : body.locale();
        people.changeContact(actor.id(), body.email(), body.phone(), locale);
        return me(actor, request);
    }

    @PostMapping("/password")
    @Endpoint(Endpoint.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody PasswordBody body, HttpServletRequest request) {
        var session = Session.required(request);
        if (session.token()) {
            throw Problem.of(403, "access:session-needed");
        }
        if (body.old() == null) {
            throw Problem.refused("kernel:invalid").field("old", "access:password-needed");
        }
        if (body.wanted() == null) {
            throw Problem.refused("kernel:invalid").field("new", "access:password-needed");
        }
        signIn.changePassword(session, body.old(), body.wanted());
    }
}
