/** Tasks that people give each other: exactly one owner, progress on the way, a result that named people accept. */
@ApplicationModule(
        displayName = "worktask",
        allowedDependencies = {"kernel", "org", "access", "file", "notify", "calendar", "process"})
@NullMarked
package io.tongban.worktask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
