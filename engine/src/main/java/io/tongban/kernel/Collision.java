package io.tongban.kernel;

/** Tells whether a failure only means that somebody else was at the same rows at the same moment. */
@FunctionalInterface
public interface Collision {

    boolean is(Throwable failure);
}
