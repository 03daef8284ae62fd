package io.tongban.process;

/** What a step leaves behind. */
public enum Effect {
    /** Nothing that would have to be undone. */
    NONE,
    /** Something inside the product that another step undoes. */
    UNDOABLE,
    /** Something outside the house that can not be taken back. */
    OUTSIDE
}
