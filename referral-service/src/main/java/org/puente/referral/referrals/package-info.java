/** Referrals: issued here or addressed here, and the facts of both sides. */
package org.puente.referral.referrals;
