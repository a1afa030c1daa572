/** The returns of an institution, in the order of their changes. */
package org.puente.reception.returns.listing;
