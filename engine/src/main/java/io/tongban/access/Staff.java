package io.tongban.access;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.NewPerson;
import io.tongban.org.OrgEvent;
import io.tongban.org.People;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers do with accounts and roles. */
@Service
class Staff {

    private final People people;
    private final Departments departments;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;

    Staff(People people, Departments departments, Accounts accounts, Roles roles, Sessions sessions) {
        this.people = people;
        this.departments = departments;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
    }

    /** Adds somebody with an initial password that is shown once. */
    @Transactional
    public AccountController.Employed employ(AccountController.NewPersonBody body) {
        var person = people.add(new NewPerson(
                orEmpty(body.account()), orEmpty(body.number()), orEmpty(body.name()), body.email(), body.phone()));
        if (body.department() == null) {
            throw Problem.refused("kernel:invalid").field("department", "org:department-needed");
        }
        departments.place(person.id(), body.department(), body.position());
        if (body.leader() != null && !body.leader().isBlank()) {
            departments.setLeader(person.id(), body.leader());
        }
        return new AccountController.Employed(person.id(), accounts.issue(person.id()));
    }

    /** Gives a new initial password and ends the sessions; nobody resets whoever may do more than oneself. */
    @Transactional
    public String resetPassword(Actor actor, String personId) {
        people.get(personId);
        if (!actor.permissions().containsAll(accounts.actor(personId).permissions())) {
            throw Problem.of(403, "access:reset-above");
        }
        sessions.endOthers(personId, null);
        return accounts.issue(personId);
    }

    List<AccountController.RoleItem> roles(Locale locale) {
        var english = locale.getLanguage().equals("en");
        return roles.all().stream()
                .filter(role -> !role.key().equals(Roles.EMPLOYEE))
                .map(role -> {
                    var members = roles.assigned(role.key());
                    var named = people.byIds(members);
                    return new AccountController.RoleItem(
                            role.key(),
                            english ? role.nameEn() : role.name(),
                            new TreeSet<>(role.permissions()),
                            members.stream()
                                    .map(id -> new MeController.Named(
                                            id,
                                            Objects.requireNonNull(named.get(id))
                                                    .name()))
                                    .toList());
                })
                .toList();
    }

    Set<String> rolesOf(String personId) {
        people.get(personId);
        return roles.rolesOf(personId);
    }

    @Transactional
    public Set<String> setRoles(String personId, Set<String> wanted) {
        people.get(personId);
        wanted.forEach(role -> roles.grant(personId, role));
        roles.rolesOf(personId).stream()
                .filter(role -> !wanted.contains(role) && !role.equals(Roles.EMPLOYEE))
                .forEach(role -> roles.revoke(personId, role));
        return roles.rolesOf(personId);
    }

    /** Whoever leaves is signed out everywhere; the last administrator cannot leave. */
    @EventListener
    @Transactional
    public void on(OrgEvent.PersonLeft left) {
        if (roles.rolesOf(left.personId()).contains(Roles.ADMINISTRATOR)
                && roles.assigned(Roles.ADMINISTRATOR).isEmpty()) {
            throw Problem.refused("access:last-administrator");
        }
        sessions.endAll(left.personId());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
