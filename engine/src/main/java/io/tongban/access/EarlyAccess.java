package io.tongban.access;

/** Says what an account may already do before the day it opens; implemented by modules that let newcomers prepare. */
@FunctionalInterface
public interface EarlyAccess {

    /** Looks at the call alone; whose data it touches is decided where the call is served. */
    boolean allows(String method, String path);
}
