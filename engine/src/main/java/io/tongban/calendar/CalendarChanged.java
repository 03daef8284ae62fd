package io.tongban.calendar;

import io.tongban.kernel.BusinessEvent;
import java.time.LocalDate;

/** Days of the working calendar were arranged anew; published inside the transaction of the change. */
public record CalendarChanged(LocalDate from, LocalDate to) implements BusinessEvent {

    @Override
    public String name() {
        return "calendar.changed";
    }
}
