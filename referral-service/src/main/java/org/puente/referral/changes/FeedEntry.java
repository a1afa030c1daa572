package org.puente.referral.changes;

import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.ReferralStatus;
import org.puente.referral.boxes.Box;

/**
 * A change as the change feed has it.
 *
 * @param position higher than that of every change that could be read before it
 * @param type the ce_type of the fact
 * @param status of the referral, with the fact
 * @param at when it happened
 * @param event the fact as a CloudEvent in structured JSON
 */
record FeedEntry(
        long position, UUID referralId, Box box, String type, ReferralStatus status, Instant at, String event) {}
