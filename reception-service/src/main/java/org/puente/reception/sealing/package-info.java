/** Texts that stand sealed in this service's own database. */
package org.puente.reception.sealing;
