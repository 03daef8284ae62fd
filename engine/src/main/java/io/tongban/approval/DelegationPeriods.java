package io.tongban.approval;

import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.StandIns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Periods begin and end on what is open: work goes to the deputy and, if it is not decided, back. Each stage is claimed
 * in its row, so that of several nodes one does it. A while later it is done once more, for tasks that were being made
 * at that very moment, and in case whoever claimed it did not finish.
 */
@Component
class DelegationPeriods {

    static final String PAGE = "/stand-in";
    private static final Duration SETTLES = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(DelegationPeriods.class);

    private final DelegationMapper rows;
    private final StandIns standIns;
    private final Notifications notifications;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    DelegationPeriods(
            DelegationMapper rows,
            StandIns standIns,
            Notifications notifications,
            People people,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.standIns = standIns;
        this.notifications = notifications;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    @Scheduled(
            initialDelayString = "${tongban.deputies-every:PT30S}",
            fixedDelayString = "${tongban.deputies-every:PT30S}")
    void run() {
        run(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    void run(Instant now) {
        for (var row : rows.due(now, now.minus(SETTLES))) {
            try {
                if (row.isOver(now)) {
                    end(row, now);
                } else {
                    begin(row, now);
                }
            } catch (RuntimeException failure) {
                LOG.warn("Delegation {} could not move on and is tried again", row.id(), failure);
            }
        }
    }

    /** Answers how many tasks went to the deputy. */
    int begin(DelegationRow row, Instant now) {
        var next = row.stage().equals("coming") ? "begun" : "standing";
        if (rows.move(row.id(), row.stage(), next, now) == 0) {
            return 0;
        }
        // Ended meanwhile, by somebody else perhaps: nothing more goes to the deputy.
        var moved = standIns.begin(
                row.principalId(),
                row.deputyId(),
                (process, field) -> row.covers(process)
                        && row.within(field)
                        && rows.find(row.id())
                                .filter(one -> one.endedAt() == null)
                                .isPresent());
        if (next.equals("begun") || moved > 0) {
            tell(row.deputyId(), "process.deputy-begins", row.principalId(), row, moved);
        }
        return moved;
    }

    /** Answers how many tasks went back. */
    int end(DelegationRow row, Instant now) {
        var next = row.stage().matches("begun|standing") ? "ended" : "over";
        if (rows.move(row.id(), row.stage(), next, now) == 0 || row.stage().equals("coming")) {
            return 0;
        }
        var moved = standIns.end(row.principalId(), row.deputyId(), row::covers);
        if (next.equals("ended") || moved > 0) {
            tell(row.principalId(), "process.deputy-ends", row.deputyId(), row, moved);
        }
        if (next.equals("ended")) {
            tell(row.deputyId(), "process.deputy-over", row.principalId(), row, moved);
        }
        return moved;
    }

    void tell(String person, String kind, String about, DelegationRow row, int tasks) {
        notifications.send(new Notice(
                List.of(person),
                kind,
                List.of(
                        people.find(about).map(Person::name).orElse(""),
                        local(row.fromAt()),
                        local(row.untilAt()),
                        tasks),
                PAGE,
                null));
    }

    LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }
}
