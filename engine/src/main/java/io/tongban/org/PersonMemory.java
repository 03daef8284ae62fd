package io.tongban.org;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * People as they were read a moment ago: one call asks several times for the same few. What changes on this node is
 * forgotten at once, what changes on another one within a second. Whoever changes something reads past it until the end
 * of the transaction.
 */
@Component
class PersonMemory {

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    /** Read after so many changes; worth nothing after the next one. */
    private record Kept<T>(long changes, T value) {}

    private final PersonMapper rows;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<String, Kept<Optional<Person>>> people;
    private final Cache<String, Kept<List<PersonMapper.StandingRow>>> standings;
    private final Cache<String, Kept<Optional<PersonMapper.LeaderRow>>> leaders;

    PersonMemory(PersonMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.people = memory();
        this.standings = memory();
        this.leaders = memory();
    }

    private <T> Cache<String, Kept<T>> memory() {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MOMENT)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    Optional<Person> person(String id) {
        return recall(people, id, () -> rows.find(id, clock.instant()));
    }

    List<Person> people(Collection<String> ids) {
        if (changing()) {
            return rows.byIds(ids, clock.instant());
        }
        var known = new ArrayList<Person>();
        var unknown = new ArrayList<String>();
        for (var id : ids) {
            var kept = fresh(people.getIfPresent(id));
            if (kept == null) {
                unknown.add(id);
            } else {
                kept.value().ifPresent(known::add);
            }
        }
        if (!unknown.isEmpty()) {
            var seen = changes.get();
            for (var person : rows.byIds(unknown, clock.instant())) {
                people.put(person.id(), new Kept<>(seen, Optional.of(person)));
                known.add(person);
            }
        }
        return known;
    }

    List<PersonMapper.StandingRow> standing(String id) {
        return recall(standings, id, () -> rows.standing(id, clock.instant()));
    }

    Optional<PersonMapper.LeaderRow> leader(String id) {
        return recall(leaders, id, () -> rows.leader(id, clock.instant()));
    }

    private <T> T recall(Cache<String, Kept<T>> memory, String id, Supplier<T> read) {
        if (changing()) {
            return read.get();
        }
        var kept = fresh(memory.getIfPresent(id));
        if (kept != null) {
            return kept.value();
        }
        var seen = changes.get();
        var value = read.get();
        memory.put(id, new Kept<>(seen, value));
        return value;
    }

    private <T> @Nullable Kept<T> fresh(@Nullable Kept<T> kept) {
        return kept != null && kept.changes() == changes.get() ? kept : null;
    }

    private boolean changing() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(OrgEvent changed) {
        changes.incrementAndGet();
        if (!TransactionSynchronizationManager.isSynchronizationActive() || changing()) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, changed);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(PersonMemory.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(PersonMemory.this, changed);
            }

            @Override
            public void afterCompletion(int status) {
                changes.incrementAndGet();
                TransactionSynchronizationManager.unbindResourceIfPossible(PersonMemory.this);
            }
        });
    }
}
