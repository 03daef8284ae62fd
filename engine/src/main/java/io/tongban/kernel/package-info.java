/** What every module shares: ids, references, pages, problems, events, the acting person. */
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {})
@NullMarked
package io.tongban.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
