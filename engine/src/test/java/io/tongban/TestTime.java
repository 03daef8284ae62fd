package io.tongban;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The product's clock in tests. It goes on like every clock; a test may put it forward, and puts it back at its end. */
public final class TestTime extends Clock {

    private final Clock start;
    private volatile Duration ahead = Duration.ZERO;

    TestTime(Clock start) {
        this.start = start;
    }

    /** From now on it is this late. */
    public void goTo(Instant moment) {
        ahead = Duration.between(start.instant(), moment);
    }

    public void goBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return start.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return TestTime.this.withZone(other);
            }

            @Override
            public Instant instant() {
                return TestTime.this.instant();
            }
        };
    }
}
