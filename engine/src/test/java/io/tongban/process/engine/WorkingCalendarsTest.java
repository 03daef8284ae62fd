package io.tongban.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine's timers make of working time. */
@ProductTest
class WorkingCalendarsTest {

    @Autowired
    WorkingCalendars calendars;

    private static Date at(String local) {
        return Date.from(
                LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    @Test
    void a_duration_counts_office_hours_and_a_plain_one_time_that_passes() {
        var duration = calendars.manager().getBusinessCalendar(DurationBusinessCalendar.NAME);
        assertThat(duration.resolveDuedate("working:PT8H", at("2026-11-27T17:00")))
                .isEqualTo(at("2026-11-30T17:00"));
        assertThat(duration.resolveDuedate("PT8H", at("2026-11-27T17:00"))).isEqualTo(at("2026-11-28T01:00"));
    }

    @Test
    void a_cycle_goes_round_in_office_hours_as_often_as_it_says() {
        var cycle = (CycleBusinessCalendar) calendars.manager().getBusinessCalendar(CycleBusinessCalendar.NAME);
        assertThat(cycle.resolveDuedate("R2/working:PT4H", at("2026-11-27T16:00")))
                .isEqualTo(at("2026-11-30T11:00"));
        // As the engine keeps it once it has begun: with the beginning in between, in the zone of the JVM.
        var begun = "R2/" + LocalDateTime.ofInstant(at("2026-11-27T16:00").toInstant(), ZoneId.systemDefault())
                + "/working:PT4H";
        assertThat(cycle.resolveDuedate(begun, at("2026-11-27T16:00"), 0)).isEqualTo(at("2026-11-30T11:00"));
        assertThat(cycle.resolveDuedate(begun, at("2026-11-30T11:00"), 0)).isEqualTo(at("2026-11-30T16:00"));
        assertThat(cycle.resolveDuedate(begun, at("2026-11-30T16:00"), 0)).isNull();
    }
}
