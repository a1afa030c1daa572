/** Returns: registered, amended and read by the institution that received the person; consent. */
package org.puente.reception.returns;
