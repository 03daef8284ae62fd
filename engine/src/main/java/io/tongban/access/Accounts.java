package io.tongban.access;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passwords of people, and the actor that somebody is. */
@Service
public class Accounts {

    /** bcrypt reads no further than this. */
    static final int LONGEST_PASSWORD_BYTES = 72;

    private final AccountMapper rows;
    private final RoleMapper roles;
    private final Entitlements entitlements;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(10);
    private final String nobodysHash = Objects.requireNonNull(encoder.encode("nobody has this password"));

    Accounts(
            AccountMapper rows,
            RoleMapper roles,
            Entitlements entitlements,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.roles = roles;
        this.entitlements = entitlements;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Gives somebody a password; with {@code mustChange} nothing else can be done before it is changed. */
    @Transactional
    public void create(String personId, String password, boolean mustChange) {
        createHashed(personId, hash(password), mustChange);
    }

    /** As {@link #create}, with a hash made by {@link #hash}: many accounts with one password cost one hash. */
    @Transactional
    public void createHashed(String personId, String hash, boolean mustChange) {
        rows.put(personId, hash, mustChange, clock.instant());
    }

    /** A new initial password, readable and shown once; nothing else can be done before it is changed. */
    @Transactional
    public String issue(String personId) {
        var password = Secrets.readable(4);
        create(personId, password, true);
        return password;
    }

    /** The owner's own new password; tells when it replaces an initial one. */
    @Transactional
    public void change(String personId, String password) {
        var initial = mustChange(personId);
        create(personId, password, false);
        if (initial) {
            events.publishEvent(new AccessEvent.Activated(personId));
        }
    }

    /** Until then the account only does what an {@link EarlyAccess} allows; null: it is open. */
    @Transactional
    public void openFrom(String personId, @Nullable Instant at) {
        rows.openFrom(personId, at);
    }

    public String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** Who somebody is when acting: roles, permissions and departments of now. */
    public Actor actor(String personId) {
        var standing = people.standing(personId).orElseThrow(Problem::notFound);
        var keys = new HashSet<String>();
        var permissions = new HashSet<String>();
        keys.add(Roles.EMPLOYEE);
        for (var role : roles.granted(personId)) {
            keys.add(role.roleKey());
            permissions.addAll(Roles.permissions(role.permissions()));
        }
        var held = entitlements.of(standing);
        keys.addAll(held.roles());
        permissions.addAll(held.permissions());
        return actor(standing, keys, permissions);
    }

    static Actor actor(Standing standing, Set<String> roles, Set<String> permissions) {
        return new Actor(
                standing.id(), standing.name(), Set.copyOf(roles), Set.copyOf(permissions), standing.departments());
    }

    boolean mustChange(String personId) {
        return rows.find(personId).map(AccountMapper.AccountRow::mustChange).orElse(false);
    }

    /** Takes the same time whether or not the person exists or has a password. */
    boolean matches(@Nullable String personId, String password) {
        var account = personId == null ? Optional.<AccountMapper.AccountRow>empty() : rows.find(personId);
        var readable = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD_BYTES;
        var hash = account.map(AccountMapper.AccountRow::passwordHash).orElse(nobodysHash);
        var matches = encoder.matches(readable ? password : "too long", hash);
        return matches && readable && account.isPresent();
    }
}
