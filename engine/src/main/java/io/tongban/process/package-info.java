/** Requests, tasks and the inbox on the BPMN engine; the only module that knows the engine. */
@ApplicationModule(
        displayName = "process",
        allowedDependencies = {"kernel", "org", "access", "file", "notify", "calendar"})
@NullMarked
package io.tongban.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
