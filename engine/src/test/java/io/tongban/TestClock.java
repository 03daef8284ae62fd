package io.tongban;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Tests begin on Monday 23 November 2026 at ten in the company's zone, whatever day it is, so that their dates stay in reach. */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class TestClock {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    @Bean
    @Primary
    TestTime fixedStart() {
        return new TestTime(Clock.tick(
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), START)), Duration.ofMillis(1)));
    }
}
