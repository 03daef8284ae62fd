package io.tongban.access;

import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Roles, who holds them and what they permit. Everybody who is present holds {@link #EMPLOYEE}. */
@Service
public class Roles {

    public static final String EMPLOYEE = "employee";
    public static final String ADMINISTRATOR = "administrator";

    private final RoleMapper rows;
    private final EntitlementMapper entitlements;
    private final People people;
    private final Departments departments;
    private final Clock clock;

    Roles(RoleMapper rows, EntitlementMapper entitlements, People people, Departments departments, Clock clock) {
        this.rows = rows;
        this.entitlements = entitlements;
        this.departments = departments;
        this.people = people;
        this.clock = clock;
    }

    /** Makes a role known or changes it; called by modules for roles of their own. */
    @Transactional
    public void define(String key, String name, String nameEn, Set<String> permissions) {
        var wanted = new RoleMapper.RoleRow(key, name, nameEn, String.join(",", new TreeSet<>(permissions)));
        if (!rows.find(key).equals(java.util.Optional.of(wanted))) {
            rows.define(wanted);
        }
    }

    /** Adds what a role permits; called by modules for permissions of their own. */
    @Transactional
    public void permit(String key, String permission) {
        var role = rows.find(key).orElseThrow();
        if (!permissions(role.permissions()).contains(permission)) {
            var all = new TreeSet<>(permissions(role.permissions()));
            all.add(permission);
            define(key, role.name(), role.nameEn(), all);
        }
    }

    public List<Role> all() {
        return rows.all().stream().map(Roles::role).toList();
    }

    /** By key; unknown keys are left out. */
    public Map<String, Role> byKeys(Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : rows.byKeys(Set.copyOf(keys)).stream().map(Roles::role).collect(Collectors.toMap(Role::key, r -> r));
    }

    public boolean exists(String key) {
        return rows.find(key).isPresent();
    }

    @Transactional
    public void grant(String personId, String role) {
        if (!exists(role)) {
            throw Problem.refused("kernel:invalid").field("roles", "access:role-unknown", role);
        }
        if (!role.equals(EMPLOYEE)) {
            rows.grant(personId, role, clock.instant());
        }
    }

    /** Takes a role away; the last present administrator keeps it. */
    @Transactional
    public void revoke(String personId, String role) {
        if (role.equals(ADMINISTRATOR)) {
            var others = rows.lockMembers(role).stream()
                    .filter(id -> !id.equals(personId))
                    .toList();
            if (people.present(others).isEmpty()) {
                throw Problem.refused("access:last-administrator");
            }
        }
        rows.revoke(personId, role);
    }

    /** Ids of the present people who hold the role, for good or for a time. */
    public List<String> members(String role) {
        if (role.equals(EMPLOYEE)) {
            return people.everybody();
        }
        var members = new ArrayList<>(rows.members(role));
        for (var holder : entitlements.holders(role, clock.instant())) {
            if (holder.holderKind().equals(Entitlements.Holder.DEPARTMENT.name())) {
                members.addAll(departments.members(holder.holderId()));
            } else {
                members.add(holder.holderId());
            }
        }
        return people.present(members);
    }

    /** Ids of the present people who hold the role for good. */
    List<String> assigned(String role) {
        return people.present(rows.members(role));
    }

    /** Keys of the roles somebody holds for good, {@link #EMPLOYEE} among them. */
    public Set<String> rolesOf(String personId) {
        return Stream.concat(
                        Stream.of(EMPLOYEE), rows.granted(personId).stream().map(RoleMapper.RoleRow::roleKey))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> permissions(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(","));
    }

    private static Role role(RoleMapper.RoleRow row) {
        return new Role(row.roleKey(), row.name(), row.nameEn(), permissions(row.permissions()));
    }
}
