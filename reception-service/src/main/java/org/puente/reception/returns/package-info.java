/**
 * Returns and their consents: registered, amended and read by the institution that received the
 * person.
 */
package org.puente.reception.returns;
