/** The demo company: made through the modules' own façades, in the profile {@code demo} only. */
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "kernel",
            "org",
            "access",
            "calendar",
            "file",
            "notify",
            "process",
            "expense",
            "grant",
            "meeting",
            "onboarding",
            "worktask"
        })
@NullMarked
package io.tongban.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
