package io.tongban.access;

import io.tongban.access.GuessMapper.GuessRow;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing of secrets. An attempt is counted before the secret is looked at and forgiven when it was right,
 * so that many guesses at once count as many. Attempts that are turned away do not count: nobody is locked out for ever.
 */
@Service
class Guesses {

    /** How many failures are free, and how long the first and the longest wait after them are. */
    enum Limit {
        /** One account, guessed at from addresses it never signed in from. */
        ACCOUNT(5, Duration.ofSeconds(30), Duration.ofMinutes(15)),
        /** One address that guesses at accounts it never signed in to. */
        ADDRESS(50, Duration.ofSeconds(30), Duration.ofMinutes(15)),
        /** One account from an address of its own: nobody elsewhere can slow this down. */
        OWN(20, Duration.ofSeconds(5), Duration.ofSeconds(5)),
        /** The code of the first-start wizard. */
        SETUP(10, Duration.ofSeconds(30), Duration.ofMinutes(5));

        private final int free;
        private final Duration first;
        private final Duration longest;

        Limit(int free, Duration first, Duration longest) {
            this.free = free;
            this.first = first;
            this.longest = longest;
        }

        @Nullable
        Instant blockedUntil(int failures, Instant now) {
            if (failures < free) {
                return null;
            }
            var wait = first.multipliedBy(1L << Math.min(failures - free, 10));
            return now.plus(wait.compareTo(longest) < 0 ? wait : longest);
        }
    }

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** Who is guessed at or guesses. */
    record Subject(Limit limit, String name) {

        String key() {
            return Secrets.hash(limit + ":" + name);
        }
    }

    private final GuessMapper rows;
    private final Clock clock;

    Guesses(GuessMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Counts an attempt at all subjects, or answers 429 and counts nothing. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void attempt(List<Subject> subjects) {
        var now = clock.instant();
        for (var subject : subjects) {
            rows.ensure(subject.key(), now);
        }
        var locked = subjects.stream().map(s -> rows.lock(s.key())).toList();
        for (var row : locked) {
            if (row.blockedUntil() != null && row.blockedUntil().isAfter(now)) {
                var seconds = Duration.between(now, row.blockedUntil()).toSeconds() + 1;
                throw Problem.of(429, "access:too-many-guesses", seconds);
            }
        }
        for (int i = 0; i < locked.size(); i++) {
            var row = locked.get(i);
            var failures = row.lastAt().isBefore(now.minus(FORGOTTEN_AFTER)) ? 1 : row.failures() + 1;
            var blockedUntil = subjects.get(i).limit().blockedUntil(failures, now);
            rows.put(new GuessRow(row.subject(), failures, now, blockedUntil));
        }
    }

    /** The attempt was right: an account starts afresh, an address gets its one attempt back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forgive(List<Subject> subjects) {
        for (var subject : subjects) {
            if (subject.limit() != Limit.ADDRESS) {
                rows.forget(subject.key());
                continue;
            }
            rows.ensure(subject.key(), clock.instant());
            var row = rows.lock(subject.key());
            var failures = Math.max(0, row.failures() - 1);
            var blocked = failures < Limit.ADDRESS.free ? null : row.blockedUntil();
            rows.put(new GuessRow(row.subject(), failures, row.lastAt(), blocked));
        }
    }

    @Scheduled(initialDelayString = "PT9M", fixedDelayString = "PT1H")
    @Transactional
    public void purge() {
        rows.purge(clock.instant().minus(Duration.ofDays(1)));
    }
}
