/** Onboarding: from the entry by HR until the newcomer is known, equipped and looked after; and portraits that HR checks. */
@ApplicationModule(
        displayName = "onboarding",
        allowedDependencies = {"kernel", "org", "access", "file", "notify", "calendar", "process", "approval"})
@NullMarked
package io.tongban.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
