/** The record of what was done to requests: sealed, verified, printed, exported and kept. */
@ApplicationModule(
        displayName = "record",
        allowedDependencies = {"kernel", "org", "access", "file", "process"})
@NullMarked
package io.tongban.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
