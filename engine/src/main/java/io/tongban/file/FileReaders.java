package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;

/** Says who may read files attached to one kind of thing; implemented by the module that owns the thing. */
public interface FileReaders {

    /** The {@link BusinessRef#type()} this answers for. */
    String ownerType();

    boolean mayRead(Actor actor, BusinessRef owner);
}
