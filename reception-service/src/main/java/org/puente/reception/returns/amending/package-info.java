/** One return: read, amended, or erased at the wish of the person. */
package org.puente.reception.returns.amending;
