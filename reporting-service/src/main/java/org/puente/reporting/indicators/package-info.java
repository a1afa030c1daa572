/** The Secretariat's figures, computed from what the facts add up to. */
package org.puente.reporting.indicators;
