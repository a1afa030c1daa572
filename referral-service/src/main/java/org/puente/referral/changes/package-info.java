/** What changes in an institution's referrals: a log that misses nothing, to be asked and streamed. */
package org.puente.referral.changes;
