package io.tongban.access;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** New people, initial passwords and roles. */
@RestController
@RequestMapping("/api")
class AccountController {

    record NewPersonBody(
            @Nullable String account,
            @Nullable String number,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String department,
            @Nullable String position,
            @Nullable String leader) {}

    /** The only time the initial password is shown; it has to be changed at the first sign-in. */
    record Employed(String id, String password) {}

    record NewPassword(String password) {}

    record RoleItem(String key, String name, Set<String> permissions, List<MeController.Named> members) {}

    record RolesBody(@Nullable List<String> roles) {}

    record RolesOf(Set<String> roles) {}

    private final Staff staff;

    AccountController(Staff staff) {
        this.staff = staff;
    }

    @PostMapping("/people")
    @Endpoint("org.manage")
    ResponseEntity<Employed> employ(@RequestBody NewPersonBody body) {
        var employed = staff.employ(body);
        return ResponseEntity.created(URI.create("/api/people/" + employed.id()))
                .body(employed);
    }

    @PostMapping("/people/{id}/reset-password")
    @Endpoint("org.manage")
    NewPassword resetPassword(@PathVariable String id, Actor actor) {
        return new NewPassword(staff.resetPassword(actor, id));
    }

    @GetMapping("/roles")
    @Endpoint("access.manage")
    Page<RoleItem> roles(Locale locale) {
        return Page.all(staff.roles(locale));
    }

    @GetMapping("/people/{id}/roles")
    @Endpoint("access.manage")
    RolesOf rolesOf(@PathVariable String id) {
        return new RolesOf(new TreeSet<>(staff.rolesOf(id)));
    }

    @PutMapping("/people/{id}/roles")
    @Endpoint("access.manage")
    RolesOf setRoles(@PathVariable String id, @RequestBody RolesBody body) {
        if (body.roles() == null) {
            throw Problem.refused("kernel:invalid").field("roles", "access:roles-needed");
        }
        return new RolesOf(new TreeSet<>(staff.setRoles(id, Set.copyOf(body.roles()))));
    }
}
