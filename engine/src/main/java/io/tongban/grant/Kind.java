package io.tongban.grant;

import io.tongban.kernel.OneOf;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the kind of a thing, one of {@link Catalogue#KINDS}. */
@OneOf({"app", "role", "folder", "data", "special"})
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Kind {}
