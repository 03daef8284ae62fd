/** Who decides: the approver rules that models name; and what people write and sign with when they do. */
@ApplicationModule(
        displayName = "approval",
        allowedDependencies = {"kernel", "org", "access", "file", "process"})
@NullMarked
package io.tongban.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
