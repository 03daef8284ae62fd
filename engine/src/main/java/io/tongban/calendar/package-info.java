/** The working calendar of the company with its holidays and make-up days, and the entries in people's calendars. */
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {"kernel", "org"})
@NullMarked
package io.tongban.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
