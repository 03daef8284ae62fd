package io.tongban.grant;

import io.tongban.kernel.BusinessEvent;

/** What happens to a grant without anybody's deed on a page. */
public sealed interface GrantEvent extends BusinessEvent {

    /** The holder is no longer there; the procedure takes the grant back. */
    record Lapsed(String requestId, String ending) implements GrantEvent {
        @Override
        public String name() {
            return "grant.revoked";
        }
    }
}
