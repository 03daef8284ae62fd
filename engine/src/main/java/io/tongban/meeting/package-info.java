/** Meetings: rooms that are never booked twice, invitations and their answers, minutes and what follows from them. */
@ApplicationModule(
        displayName = "meeting",
        allowedDependencies = {"kernel", "org", "access", "file", "notify", "calendar", "process"})
@NullMarked
package io.tongban.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
