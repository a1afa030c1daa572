package org.puente.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which errors a test (or all of a class) brings about on purpose. Any other ERROR in the log
 * makes it fail, a 500 among them.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface ExpectedErrors {
    /** Parts of their messages. */
    String[] value();
}
