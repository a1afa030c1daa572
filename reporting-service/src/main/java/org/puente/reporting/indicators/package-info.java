/** The Secretariat's figures, computed from the projections of facts. */
package org.puente.reporting.indicators;
