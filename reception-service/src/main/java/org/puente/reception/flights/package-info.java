/** The people of a flight or bus, and when they landed, were registered and left. */
package org.puente.reception.flights;
