/** What every node said, kept in the order of its coming, listed and streamed to operators. */
package org.puente.reporting.events;
