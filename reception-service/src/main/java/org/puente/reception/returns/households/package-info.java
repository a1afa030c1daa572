/** The people who returned together, and who of them is responsible for a child. */
package org.puente.reception.returns.households;
