package org.puente.referral.box;

import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.Fact;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;

/**
 * Something new of a referral.
 *
 * @param from the issuer
 * @param to the recipient
 * @param factId the fact's {@code ce_id}
 * @param by who said it
 * @param at when it happened
 * @param status of the referral, with this fact
 */
public record News(
        ReferralId referralId,
        Party from,
        Party to,
        UUID factId,
        Side by,
        Fact fact,
        Instant at,
        ReferralStatus status) {

    public static News of(
            Party from, Party to, UUID factId, Side by, ReferralFact fact, ReferralStatus status) {
        return new News(fact.referralId(), from, to, factId, by, fact, fact.occurredAt(), status);
    }

    public static News of(
            Party from, Party to, UUID factId, ReferralNote note, ReferralStatus status) {
        return new News(
                note.referralId(), from, to, factId, note.side(), note, note.occurredAt(), status);
    }

    /** Steps concern both ends; a note only the one that is let know. */
    boolean concerns(Side end) {
        return !(fact instanceof ReferralNote) || by != end;
    }
}
