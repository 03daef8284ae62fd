/** Files that people upload: stored by content, attached to one thing, read by whoever may read that thing. */
@ApplicationModule(
        displayName = "file",
        allowedDependencies = {"kernel", "org"})
@NullMarked
package io.tongban.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
