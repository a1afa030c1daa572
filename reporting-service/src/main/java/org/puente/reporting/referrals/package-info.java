/** Where each referral stands, as the facts known of it add up. */
package org.puente.reporting.referrals;
