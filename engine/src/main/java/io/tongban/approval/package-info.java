/** Who decides: the approver rules that models name. */
@ApplicationModule(
        displayName = "approval",
        allowedDependencies = {"kernel", "org", "access", "process"})
@NullMarked
package io.tongban.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
