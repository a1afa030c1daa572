package org.puente.referral.changes;

import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.Fact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;

/**
 * A change of a referral: a step or a note.
 *
 * @param referralId the referral's id at this node
 * @param factId the fact's {@code ce_id}
 * @param by the side that published the fact
 * @param at when it happened
 * @param status of the referral, with this fact
 */
record ReferralChange(
        ReferralId referralId,
        Participants participants,
        UUID factId,
        Side by,
        Fact fact,
        Instant at,
        ReferralStatus status) {

    static ReferralChange of(Referral referral, RecordedFact fact) {
        return new ReferralChange(
                referral.localId(),
                Participants.of(referral),
                fact.id(),
                fact.side(),
                fact.fact(),
                fact.fact().occurredAt(),
                referral.status());
    }

    static ReferralChange of(Referral referral, UUID noteId, ReferralNote note) {
        return new ReferralChange(
                referral.localId(),
                Participants.of(referral),
                noteId,
                note.side(),
                note,
                note.occurredAt(),
                referral.status());
    }

    /** A step concerns both participants, a note only the one that it is for. */
    boolean concerns(Side side) {
        return !(fact instanceof ReferralNote) || by != side;
    }
}
