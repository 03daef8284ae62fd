package io.tongban.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's clock: what the demo is made of may have happened some days ago. Only the thread that makes it is in the past. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private final Clock now = Clock.tickMillis(ZoneOffset.UTC);
    private final ThreadLocal<@Nullable Instant> past = new ThreadLocal<>();

    /** Does something as if it were that time. */
    void at(Instant moment, Runnable deed) {
        past.set(moment);
        try {
            deed.run();
        } finally {
            past.remove();
        }
    }

    @Override
    public Instant instant() {
        var moment = past.get();
        return moment == null ? now.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var here = this;
        return new Clock() {

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return here.withZone(other);
            }

            @Override
            public Instant instant() {
                return here.instant();
            }
        };
    }
}
