package io.tongban.access;

import io.tongban.kernel.BusinessEvent;

/** What happens to accounts. */
public sealed interface AccessEvent extends BusinessEvent {

    /** The owner replaced the initial password: from now on the account is in use. */
    record Activated(String personId) implements AccessEvent {
        @Override
        public String name() {
            return "access.activated";
        }
    }
}
