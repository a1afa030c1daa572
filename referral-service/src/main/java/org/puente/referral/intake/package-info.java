/** Referral facts and notes from the wire: checked, kept until their referral comes, applied. */
package org.puente.referral.intake;
