/** Who decides: the approver rules that models name, and who stands in for whom; what people write and sign with. */
@ApplicationModule(
        displayName = "approval",
        allowedDependencies = {"kernel", "org", "access", "file", "notify", "process"})
@NullMarked
package io.tongban.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
