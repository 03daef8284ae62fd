package io.tongban.process;

import io.tongban.kernel.Actor;

/** Says who else may read the requests of one process, and their files; for modules whose people change on the way. */
public interface RequestReaders {

    /** The process this answers for. */
    String processKey();

    boolean mayRead(Actor actor, String requestId);
}
