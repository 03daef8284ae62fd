package io.tongban.access;

import io.tongban.kernel.Texts;
import io.tongban.org.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles and permissions that a person, or everybody who belongs to a department, holds until a certain moment. From that
 * moment on they count no more, with the very next call, whether or not anybody has taken them away.
 */
@Service
public class Entitlements {

    /** The end of what has none. */
    public static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private static final Set<String> POWERS = Set.of("access.manage", "org.manage", "process.administer");
    private static final String ROLE = "role:";
    private static final String PERMISSION = "permission:";

    /** Who holds: one person, or whoever belongs to a department at the time. */
    public enum Holder {
        PERSON,
        DEPARTMENT
    }

    /**
     * What can be held.
     *
     * @param what {@code role:KEY} or {@code permission:KEY}
     * @param permits names of the permissions that come with it, in the language of the call
     */
    public record Right(String what, String name, List<String> permits) {}

    /** What somebody holds for a time. */
    record Held(Set<String> roles, Set<String> permissions) {}

    private final EntitlementMapper rows;
    private final RoleMapper roles;
    private final Texts texts;
    private final Clock clock;

    Entitlements(EntitlementMapper rows, RoleMapper roles, Texts texts, Clock clock) {
        this.rows = rows;
        this.roles = roles;
        this.texts = texts;
        this.clock = clock;
    }

    /** All roles but the one that everybody has, and every permission that any role carries. */
    public List<Right> all(Locale locale) {
        var permissions = new TreeSet<String>();
        var found = new ArrayList<Right>();
        for (var role : roles.all()) {
            if (!role.roleKey().equals(Roles.EMPLOYEE)) {
                var carried = new TreeSet<>(Roles.permissions(role.permissions()));
                permissions.addAll(carried);
                found.add(new Right(
                        ROLE + role.roleKey(),
                        locale.getLanguage().equals("en") ? role.nameEn() : role.name(),
                        carried.stream().map(key -> permission(key, locale)).toList()));
            }
        }
        permissions.forEach(key -> {
            var name = permission(key, locale);
            found.add(new Right(PERMISSION + key, name, List.of(name)));
        });
        return found;
    }

    /**
     * Whether a right lets its holder decide who else may do what: whoever can place people in a department could give
     * it away.
     */
    public boolean powerful(String what) {
        if (what.startsWith(PERMISSION)) {
            return POWERS.contains(what.substring(PERMISSION.length()));
        }
        return roles.all().stream()
                .filter(role -> what.equals(ROLE + role.roleKey()))
                .anyMatch(role -> Roles.permissions(role.permissions()).stream().anyMatch(POWERS::contains));
    }

    /** Lets somebody hold a right until then, {@link #NEVER} for no end; the same id again only moves the end. */
    @Transactional
    public void give(String id, Holder holder, String holderId, String what, Instant until) {
        var role = what.startsWith(ROLE) ? what.substring(ROLE.length()) : null;
        var permission = what.startsWith(PERMISSION) ? what.substring(PERMISSION.length()) : null;
        if (role == null && permission == null) {
            throw new IllegalArgumentException("neither a role nor a permission: " + what);
        }
        rows.put(new EntitlementMapper.EntitlementRow(id, holder.name(), holderId, role, permission, now(), until));
    }

    /** Takes it away now; nothing happens when it has ended. */
    @Transactional
    public void end(String id) {
        rows.end(id, now());
    }

    /** What a person holds now, as one of a department too. */
    Held of(Standing standing) {
        var holders = Stream.concat(Stream.of(standing.id()), standing.departments().stream())
                .toList();
        var held = new Held(new TreeSet<>(), new TreeSet<>());
        for (var row : rows.held(holders, now())) {
            if (row.roleKey() != null && row.permissions() != null) {
                held.roles().add(row.roleKey());
                held.permissions().addAll(Roles.permissions(row.permissions()));
            }
            if (row.permission() != null) {
                held.permissions().add(row.permission());
            }
        }
        return held;
    }

    private String permission(String key, Locale locale) {
        var name = texts.get(locale, "permission." + key);
        return name.equals("permission." + key) ? key : name;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
