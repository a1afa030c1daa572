/**
 * Who read or changed what of a person: written in the transaction of the action, kept for a
 * limited time, read by operators. Begin with {@link org.puente.platform.audit.Audit}.
 */
package org.puente.platform.audit;
