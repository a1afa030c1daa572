/**
 * Arrivals that are announced before they land: what a consulate or another country's authority announces, what the
 * receiving centre sees of it, and who came in the end.
 */
package org.puente.reception.arrivals;
