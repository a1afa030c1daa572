/** Issues referrals: for an institution, for many people at once, or to follow a redirect. */
package org.puente.referral.issuing;
