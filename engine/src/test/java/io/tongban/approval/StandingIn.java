package io.tongban.approval;

import io.tongban.TestCompany;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Delegations for tests, by login names: they begin and end at once, for every procedure. */
@Component
public class StandingIn {

    private final TestCompany company;
    private final Delegations delegations;
    private final DelegationPeriods periods;
    private final DelegationMapper rows;
    private final Clock clock;
    private final ZoneId zone;

    StandingIn(
            TestCompany company,
            Delegations delegations,
            DelegationPeriods periods,
            DelegationMapper rows,
            Clock clock,
            ZoneId zone) {
        this.company = company;
        this.delegations = delegations;
        this.periods = periods;
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    /** Answers its id. */
    public String begin(String principal, String deputy) {
        return begin(company.actor(principal), company.id(deputy));
    }

    public String begin(Actor principal, String deputy) {
        var until = LocalDateTime.ofInstant(clock.instant(), zone).plusDays(2);
        return delegations
                .set(principal, new DelegationForm.Asked(null, deputy, null, until, List.of(), null, null, null))
                .row()
                .id();
    }

    /** The same, or nothing where circles and overlaps do not allow it. */
    public Optional<String> tryToBegin(Actor principal, String deputy) {
        try {
            return Optional.of(begin(principal, deputy));
        } catch (Problem refused) {
            return Optional.empty();
        }
    }

    public void end(String principal, String id) {
        delegations.end(company.actor(principal), id);
    }

    /** Whoever set it; nothing happens when it has ended. */
    public void endIfItLasts(String id) {
        rows.find(id).filter(row -> row.endedAt() == null).ifPresent(row -> {
            if (rows.end(id, clock.instant(), Actor.SYSTEM.id()) > 0) {
                periods.end(row, clock.instant());
            }
        });
    }

    /** What a node does again a while later. */
    public void settle() {
        periods.run(clock.instant().plusSeconds(20));
    }
}
