/** The returns, each in its last known state. */
package org.puente.reporting.returns;
