package io.tongban.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a request's trail are bound to each other: each has a digest of what it says, and a link that is
 * made of the link before it and that digest. What people wrote is in it as a digest with a salt, so that the words can
 * go and the chain stays. A way of digesting is never changed; another one would get another number.
 */
public final class Chain {

    private static final String WAY = "1";

    private Chain() {}

    /** Without it, short words can be found again from their digest. */
    public static String salt() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Digest of these parts in this order; a part that is not there is not the same as an empty one. */
    public static String digest(@Nullable String... parts) {
        var text = new StringBuilder(WAY);
        for (var part : parts) {
            text.append('\n').append(part == null ? "-" : part.length() + ":" + part);
        }
        return Actions.digest(text.toString());
    }

    /** The same as the database makes when a line is written. */
    public static String link(String before, String body) {
        return Actions.digest(before + ":" + body);
    }
}
