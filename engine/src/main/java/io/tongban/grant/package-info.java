/** Grants: what can be asked for, who holds it until when, and the steps of the procedure that gives it and takes it back. */
@ApplicationModule(
        displayName = "grant",
        allowedDependencies = {"kernel", "org", "access", "notify", "process"})
@NullMarked
package io.tongban.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
