/** Referrals are issued: by an institution, for many people at once, or as what follows a redirect. */
package org.puente.referral.issuing;
