/** Where designers draw processes, forms and decisions, have them proved, and publish them. */
@ApplicationModule(
        displayName = "studio",
        allowedDependencies = {"kernel", "org", "access", "process", "approval"})
@NullMarked
package io.tongban.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
