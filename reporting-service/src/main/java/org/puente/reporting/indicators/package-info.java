/**
 * The Secretariat's figures, computed from the known state of returns, referrals and follow-ups.
 */
package org.puente.reporting.indicators;
