/** Who may in and do what: accounts, sign-in, sessions, personal tokens, roles, first set-up. */
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"kernel", "org"})
@NullMarked
package io.tongban.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
