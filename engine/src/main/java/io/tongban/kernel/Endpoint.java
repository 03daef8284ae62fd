package io.tongban.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares who may call an endpoint; every handler method carries it, which a test checks. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {

    /** Anybody, also without a session. */
    String ANONYMOUS = "anonymous";

    /** Every signed-in person; the handler narrows by the target. */
    String SIGNED_IN = "signed-in";

    /** {@link #ANONYMOUS}, {@link #SIGNED_IN}, or the permission that is required. */
    String value();
}
