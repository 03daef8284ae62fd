/** Where work waits: numbers about requests, for those who answer for them, and everybody's own. */
@ApplicationModule(
        displayName = "insight",
        allowedDependencies = {"kernel", "org", "access", "file", "calendar", "process"})
@NullMarked
package io.tongban.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
