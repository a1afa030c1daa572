/** Consents of a return: recorded, changed, withdrawn, over. */
package org.puente.reception.returns.consents;
