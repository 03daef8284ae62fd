package io.tongban.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered ids (UUID version 7, lower-case text of 36 characters). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastMillis;
    private static int counter;

    private Ids() {}

    /** A new id; ids of one node are strictly increasing. */
    public static String next() {
        long high;
        synchronized (Ids.class) {
            long now = System.currentTimeMillis();
            if (now > lastMillis) {
                lastMillis = now;
                counter = RANDOM.nextInt(0x400);
            } else if (++counter > 0xFFF) {
                lastMillis++;
                counter = 0;
            }
            high = lastMillis << 16 | 0x7000L | counter;
        }
        long low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
