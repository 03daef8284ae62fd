/** Leave: types, balances with their ledger, and the steps of the procedures that ask for leave and cancel it. */
@ApplicationModule(
        displayName = "leave",
        allowedDependencies = {"kernel", "org", "access", "file", "notify", "calendar", "process", "approval"})
@NullMarked
package io.tongban.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
