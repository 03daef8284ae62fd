package io.tongban.access;

import io.tongban.kernel.Actor;
import java.util.Set;

/**
 * What somebody can do although no permission says so, such as to look after one process. Pages offer their places by it;
 * it grants nothing.
 */
public interface Abilities {

    /** Names in the manner of permissions. */
    Set<String> of(Actor actor);
}
