/** The facts of all nodes, stored in the order in which they came, listed and streamed to operators. */
package org.puente.reporting.events;
