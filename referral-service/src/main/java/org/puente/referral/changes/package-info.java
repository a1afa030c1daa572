/** The changes of an institution's referrals: the change feed, without a gap, read by cursor or as a stream. */
package org.puente.referral.changes;
