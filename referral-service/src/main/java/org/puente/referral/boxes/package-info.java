/** Referrals as institutions find and read them. */
package org.puente.referral.boxes;
