/** Referrals: issued here or addressed here, and what both sides say of them. */
package org.puente.referral.referrals;
