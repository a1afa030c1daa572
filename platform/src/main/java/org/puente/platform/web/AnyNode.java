package org.puente.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Admits tokens of other nodes too. A resource that declares it shows each caller only what belongs
 * to the caller's own node. Without it a token of another node is refused (see {@link Access}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyNode {}
