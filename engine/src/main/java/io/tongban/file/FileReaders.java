package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;

/** Says who may read files attached to one kind of thing; implemented by the module that owns the thing. */
public interface FileReaders {

    /** The {@link BusinessRef#type()} this answers for. */
    String ownerType();

    boolean mayRead(Actor actor, BusinessRef owner);

    /** For things of which not every file is for the same people. */
    default boolean mayRead(Actor actor, BusinessRef owner, String fileId) {
        return mayRead(actor, owner);
    }
}
