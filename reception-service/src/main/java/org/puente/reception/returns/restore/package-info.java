/** Brings a restored database back to what was published. */
package org.puente.reception.returns.restore;
