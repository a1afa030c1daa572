/** Deadlines of referrals: how they are set, reminders before them, and expiry after them. */
package org.puente.referral.deadlines;
