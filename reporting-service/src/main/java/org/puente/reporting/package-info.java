/** The event log and the figures of the region, from the facts of all nodes. */
package org.puente.reporting;
