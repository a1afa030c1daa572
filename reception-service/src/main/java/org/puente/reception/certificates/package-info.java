/** The certificate that a person leaves with: issued, printed, revoked, and checked by whoever is shown it. */
package org.puente.reception.certificates;
