package io.tongban.calendar;

import io.tongban.kernel.BusinessEvent;
import java.util.Set;

/** When some people are away has changed; published inside the transaction of the change. */
public record AbsenceChanged(Set<String> people) implements BusinessEvent {

    @Override
    public String name() {
        return "calendar.absence-changed";
    }
}
