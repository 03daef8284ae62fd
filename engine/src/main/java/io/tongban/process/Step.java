package io.tongban.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A deed that a model may name in a service task, {@code ${steps['leave.deduct']}}. The method takes one record, whose
 * components are filled by name from the task's input parameters, the request's facts and its answers, and optionally
 * a {@link StepContext}; it returns nothing or a record, of which the model's declared facts become variables.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {

    /** Module and deed, such as {@code leave.deduct}. */
    String value();

    Effect effect() default Effect.NONE;

    /** The step that undoes this one; required for {@link Effect#UNDOABLE}. */
    String undoneBy() default "";

    /** A step that changes nothing and refuses once this one can no longer be undone; empty when it always can. */
    String undoableIf() default "";
}
