/** Erases returns, with all personal data. */
package org.puente.reception.returns.retention;
