/**
 * Facts that come in: each has its effect once, and a record that can never be taken in goes to the
 * dead letters. Begin with {@link org.puente.platform.inbox.Intake}; a service implements
 * {@link org.puente.platform.inbox.FactHandler}.
 */
package org.puente.platform.inbox;
