package io.tongban.approval;

import io.tongban.process.Approvers;
import io.tongban.process.Deputies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who stands in at this moment. A deputy's own deputy is not asked. While nobody in the company is away, a node remembers
 * that for a second; what slips through is handed on when the period settles.
 */
@Component
class ActiveDeputies implements Deputies {

    private static final Duration MEMORY = Duration.ofSeconds(1);

    private final DelegationMapper rows;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> none = new AtomicReference<>();

    ActiveDeputies(DelegationMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Map<String, String> of(Collection<String> people, String processKey, Approvers.Values field) {
        var now = clock.instant();
        var seen = none.get();
        if (people.isEmpty()
                || seen != null && Duration.between(seen, now).abs().compareTo(MEMORY) < 0) {
            return Map.of();
        }
        var active = rows.active(people, now);
        if (active.isEmpty()) {
            none.set(now);
            return Map.of();
        }
        var deputies = new LinkedHashMap<String, String>();
        for (var row : active) {
            if (people.contains(row.principalId()) && row.covers(processKey) && row.within(field)) {
                deputies.put(row.principalId(), row.deputyId());
            }
        }
        return deputies;
    }

    /** Something has changed. */
    void forget() {
        none.set(null);
    }
}
