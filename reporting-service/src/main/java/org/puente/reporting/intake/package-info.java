/** The intake of facts, and the order in which they are applied. */
package org.puente.reporting.intake;
