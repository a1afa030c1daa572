package org.puente.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets tokens of other nodes in as well. Whoever declares it shows each caller nothing but what is
 * of the caller's own node; where it is missing a foreign token is refused (see {@link Access}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyNode {}
