package io.tongban.grant;

import io.tongban.access.Entitlements;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue as it is kept: what is offered, by whom it is granted and what it does. */
@Service
public class Catalogue {

    static final Set<String> KINDS = Set.of("app", "role", "folder", "data", "special");
    private static final int LONGEST_DAYS = 1_100;

    /** What is written about a thing; {@code effect} null when IT opens and closes it. */
    public record Entry(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String description,
            @Nullable String descriptionEn,
            @Nullable String owner,
            @Nullable String department,
            @Nullable String effect,
            @Nullable Integer longestDays,
            @Nullable Boolean offered) {}

    private final ThingMapper rows;
    private final HoldingMapper holdings;
    private final Entitlements entitlements;
    private final People people;
    private final Departments departments;
    private final Clock clock;

    Catalogue(
            ThingMapper rows,
            HoldingMapper holdings,
            Entitlements entitlements,
            People people,
            Departments departments,
            Clock clock) {
        this.rows = rows;
        this.holdings = holdings;
        this.entitlements = entitlements;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
    }

    /** Adds a thing; answers its id. */
    @Transactional
    public String add(Actor actor, Entry entry) {
        var thing = checked(actor, entry, null);
        rows.insert(thing);
        return thing.id();
    }

    /** Changes a thing as it was seen; what is held stays held. */
    @Transactional
    public void change(Actor actor, String id, int revision, Entry entry) {
        rows.lock(id);
        var known = rows.find(id);
        if (known == null) {
            throw Problem.notFound();
        }
        var wanted = checked(actor, entry, known);
        if (known.revision() != revision) {
            throw Problem.conflict("grant:thing-changed", known.name());
        }
        if (!Objects.equals(known.effect(), wanted.effect()) && holdings.users(id) > 0) {
            throw refused("effect", "grant:effect-in-use");
        }
        rows.update(wanted);
    }

    private Thing checked(Actor actor, Entry entry, @Nullable Thing known) {
        var effect = blankToNull(entry.effect());
        requireRight(actor, effect, known);
        var kind = entry.kind() == null ? "" : entry.kind();
        if (!KINDS.contains(kind)) {
            throw refused("kind", "grant:kind-unknown");
        }
        var name = text("name", entry.name(), 60);
        if (name.isEmpty()) {
            throw refused("name", "grant:name-needed");
        }
        var nameEn = text("nameEn", entry.nameEn(), 60);
        var description = text("description", entry.description(), 300);
        var descriptionEn = text("descriptionEn", entry.descriptionEn(), 300);
        var owner = blankToNull(entry.owner());
        if (owner != null && !people.present(owner) && (known == null || !owner.equals(known.ownerId()))) {
            throw refused("owner", "grant:owner-gone");
        }
        if (entry.department() == null || departments.find(entry.department()).isEmpty()) {
            throw refused("department", "grant:department-unknown");
        }
        if (entry.longestDays() != null && (entry.longestDays() < 1 || entry.longestDays() > LONGEST_DAYS)) {
            throw refused("longestDays", "grant:longest-wrong", LONGEST_DAYS);
        }
        return new Thing(
                known == null ? Ids.next() : known.id(),
                kind,
                name,
                nameEn.isEmpty() ? name : nameEn,
                description,
                descriptionEn.isEmpty() ? description : descriptionEn,
                owner,
                entry.department(),
                effect,
                entry.longestDays(),
                entry.offered() == null || entry.offered(),
                known == null ? 0 : known.revision(),
                known == null ? now() : known.createdAt(),
                now());
    }

    /** What changes rights in the product itself is kept by those who may give such rights. */
    private void requireRight(Actor actor, @Nullable String effect, @Nullable Thing known) {
        if (effect == null && (known == null || known.effect() == null)) {
            return;
        }
        if (!actor.may("access.manage")) {
            throw Problem.of(403, "grant:effect-above");
        }
        if (effect != null
                && entitlements.all(Locale.SIMPLIFIED_CHINESE).stream()
                        .noneMatch(right -> right.what().equals(effect))) {
            throw refused("effect", "grant:effect-unknown");
        }
    }

    private static String text(String field, @Nullable String text, int most) {
        var clean = text == null ? "" : text.strip();
        if (clean.codePointCount(0, clean.length()) > most) {
            throw refused(field, "grant:text-too-long", most);
        }
        return clean;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Problem refused(String field, String code, Object... args) {
        return Problem.refused("kernel:invalid").field(field, code, args);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
