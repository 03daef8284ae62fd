package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import org.springframework.stereotype.Component;

/** Things of type {@code test.request} are readable for the person whose id they carry. */
@Component
class TestFileReaders implements FileReaders {

    static final String TYPE = "test.request";

    @Override
    public String ownerType() {
        return TYPE;
    }

    @Override
    public boolean mayRead(Actor actor, BusinessRef owner) {
        return owner.id().equals(actor.id());
    }
}
