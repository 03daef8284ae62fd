/** Tells people what concerns them: notices with an unread count, live hints to open pages, and mail when people want it. */
@ApplicationModule(
        displayName = "notify",
        allowedDependencies = {"kernel", "org", "access", "calendar"})
@NullMarked
package io.tongban.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
