package io.tongban.kernel;

/** Something that happened in a module; immutable, carries ids, published inside the transaction that caused it. */
public interface BusinessEvent {

    /** Stable name, such as {@code leave.approved}; also the name of the BPMN message it correlates to. */
    String name();
}
