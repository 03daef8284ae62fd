package io.tongban.notify;

import io.tongban.org.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the digests that are due. The person's row is locked, and the mail, the next due moment and what has been told
 * are written in one transaction: a second node finds nothing due, and one that dies has written nothing.
 */
@Component
@ConditionalOnExpression(MailChannel.CONFIGURED)
class DigestJob {

    /** What is being committed right now is told the next time. */
    static final Duration SETTLED = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);
    private static final int BATCH = 50;
    private static final Duration FIRST_SPAN = Duration.ofDays(1);
    private static final Duration LONGEST_SPAN = Duration.ofDays(7);
    private static final Duration PUNCTUAL = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final SettingMapper settings;
    private final MailMapper mails;
    private final Digests digests;
    private final People people;
    private final RestDays rest;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId company;

    DigestJob(
            SettingMapper settings,
            MailMapper mails,
            Digests digests,
            People people,
            RestDays rest,
            PlatformTransactionManager transactions,
            Clock clock,
            ZoneId company) {
        this.settings = settings;
        this.mails = mails;
        this.digests = digests;
        this.people = people;
        this.rest = rest;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.company = company;
    }

    @Scheduled(initialDelayString = "${tongban.digest-every:PT1M}", fixedDelayString = "${tongban.digest-every:PT1M}")
    void makeDue() {
        List<String> due;
        do {
            due = settings.due(now(), BATCH);
            due.forEach(this::make);
        } while (due.size() == BATCH && !Thread.currentThread().isInterrupted());
    }

    /** One that cannot be made keeps nobody else from theirs. */
    private void make(String person) {
        try {
            transaction.executeWithoutResult(t -> {
                var row = settings.lockDue(person, now());
                if (row != null) {
                    make(row, now());
                }
            });
        } catch (RuntimeException failure) {
            LOG.warn("The digest of {} is tried again later", person, failure);
            settings.postpone(person, now().plus(PAUSE), now());
        }
    }

    private void make(SettingRow row, Instant now) {
        var preference = Preference.of(row);
        var zone = preference.zone(company);
        var until = now.minus(SETTLED);
        var told = row.digestSince();
        if (!preference.pauses(LocalDate.ofInstant(now, zone), rest::rests)) {
            write(row, preference, since(row, until), until, now);
            told = until;
        }
        settings.digested(row.personId(), preference.nextDigest(now, company, rest::rests), told);
    }

    private void write(SettingRow row, Preference preference, Instant since, Instant until, Instant now) {
        var person = people.find(row.personId()).orElse(null);
        if (person == null
                || !person.present()
                || person.email() == null
                || person.email().isBlank()) {
            return;
        }
        var address = person.email();
        digests.write(person, preference, since, until)
                .ifPresent(words -> mails.insert(List.of(
                        MailChannel.mail(person.id(), address, words, due(row.digestDueAt(), preference, now), now))));
    }

    /** Not before the moment it was chosen for; one that is late waits for the end of a quiet time as others do. */
    private Instant due(@Nullable Instant chosen, Preference preference, Instant now) {
        return Objects.requireNonNull(chosen).isAfter(now.minus(PUNCTUAL))
                ? now
                : preference.quiet().end(now, preference.zone(company), rest::rests);
    }

    /** The first digest tells of a day, and one after a long break of a week. */
    private static Instant since(SettingRow row, Instant until) {
        var told = row.digestSince();
        var earliest = until.minus(LONGEST_SPAN);
        return told == null ? until.minus(FIRST_SPAN) : told.isBefore(earliest) ? earliest : told;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
