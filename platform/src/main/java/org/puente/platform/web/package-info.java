/**
 * What all REST endpoints share: the caller and its rights, problems, lists by page, repeated requests,
 * strict reading of what is sent. Begin with {@link org.puente.platform.web.Access} and
 * {@link org.puente.platform.web.Idempotency}.
 */
package org.puente.platform.web;
