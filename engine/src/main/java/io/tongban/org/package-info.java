/** People, departments, positions and who leads whom; every relation is dated. */
@ApplicationModule(
        displayName = "org",
        allowedDependencies = {"kernel"})
@NullMarked
package io.tongban.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
