package io.tongban.access;

import io.tongban.access.SessionMapper.SessionRow;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Browser sessions and personal tokens: opened, recognised, listed and ended in the database. */
@Service
class Sessions {

    static final String BROWSER = "browser";
    static final String TOKEN = "token";

    private static final Duration SEEN_AGAIN = Duration.ofMinutes(5);

    /** What is shown once when a session or token is made. */
    record Opened(String id, String secret) {}

    private final SessionMapper rows;
    private final People people;
    private final Entitlements entitlements;
    private final Clock clock;
    private final Duration idle;
    private final Duration lifetime;
    private final Duration tokenLifetime;

    Sessions(
            SessionMapper rows,
            People people,
            Entitlements entitlements,
            Clock clock,
            @Value("${tongban.session.idle:7d}") Duration idle,
            @Value("${tongban.session.lifetime:30d}") Duration lifetime,
            @Value("${tongban.session.token-lifetime:365d}") Duration tokenLifetime) {
        this.rows = rows;
        this.people = people;
        this.entitlements = entitlements;
        this.clock = clock;
        this.idle = idle;
        this.lifetime = lifetime;
        this.tokenLifetime = tokenLifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Recognises a secret; two or three indexed reads, and a write at most every five minutes. */
    Optional<Session> resolve(String secret) {
        var now = clock.instant();
        var found = rows.credential(Secrets.hash(secret), now, now.minus(idle));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var first = found.get(0);
        var standing = people.standing(first.personId()).filter(Standing::present);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        var roles = new HashSet<String>();
        var permissions = new HashSet<String>();
        roles.add(Roles.EMPLOYEE);
        for (var row : found) {
            if (row.roleKey() != null && row.permissions() != null) {
                roles.add(row.roleKey());
                permissions.addAll(Roles.permissions(row.permissions()));
            }
        }
        if (first.entitled()) {
            var held = entitlements.of(standing.get());
            roles.addAll(held.roles());
            permissions.addAll(held.permissions());
        }
        if (first.seenAt().isBefore(now.minus(SEEN_AGAIN))) {
            rows.seen(first.id(), now, now.minus(SEEN_AGAIN));
        }
        return Optional.of(new Session(
                first.id(),
                first.kind().equals(TOKEN),
                first.mustChange(),
                first.opensAt() == null || !first.opensAt().isAfter(now) ? null : first.opensAt(),
                Accounts.actor(standing.get(), roles, permissions)));
    }

    /** Opens a browser session and remembers its address as one of the person's own. */
    @Transactional
    public Opened open(String personId, String address, @Nullable String agent) {
        var now = clock.instant();
        rows.rememberAddress(personId, address, now);
        return insert(BROWSER, personId, null, address, agent, lifetime);
    }

    @Transactional
    public Opened openToken(String personId, String name) {
        if (name.isBlank() || name.strip().length() > 100) {
            throw Problem.refused("kernel:invalid").field("name", "access:token-name");
        }
        if (list(personId, TOKEN).size() >= 50) {
            throw Problem.refused("access:too-many-tokens");
        }
        return insert(TOKEN, personId, name.strip(), null, null, tokenLifetime);
    }

    private Opened insert(
            String kind,
            String personId,
            @Nullable String name,
            @Nullable String address,
            @Nullable String agent,
            Duration lasts) {
        var now = clock.instant();
        var opened = new Opened(Ids.next(), Secrets.next());
        var cut = agent == null || agent.length() <= 300 ? agent : agent.substring(0, 300);
        var row = new SessionRow(opened.id(), personId, kind, name, address, cut, now, now, now.plus(lasts));
        rows.insert(row, Secrets.hash(opened.secret()));
        return opened;
    }

    List<SessionRow> list(String personId, String kind) {
        var now = clock.instant();
        return rows.list(personId, kind, now, now.minus(idle));
    }

    /** Those of the given sessions that still stand. */
    Set<String> alive(Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(rows.alive(ids, clock.instant()));
    }

    /** Ends one of the person's own sessions or tokens. */
    @Transactional
    public void end(String personId, String id, String kind) {
        if (rows.end(id, personId, kind) == 0) {
            throw Problem.notFound();
        }
    }

    /** Ends every browser session of the person but this one. */
    @Transactional
    public void endOthers(String personId, @Nullable String except) {
        rows.endBrowsers(personId, except == null ? "" : except);
    }

    /** Ends sessions and tokens. */
    @Transactional
    public void endAll(String personId) {
        rows.endAll(personId);
    }

    boolean known(String personId, String address) {
        return rows.knownAddress(personId, address).isPresent();
    }

    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT1H")
    @Transactional
    public void purge() {
        rows.purge(clock.instant());
    }
}
