/** The status of each referral, as it follows from the known facts. */
package org.puente.reporting.referrals;
