package org.puente.referral.box;

import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.Fact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;

/**
 * Something new of a referral.
 *
 * @param referralId that it goes by at this node
 * @param factId the fact's {@code ce_id}
 * @param by who said it
 * @param at when it happened
 * @param status of the referral, with this fact
 */
public record ReferralChange(
        ReferralId referralId, Ends ends, UUID factId, Side by, Fact fact, Instant at, ReferralStatus status) {

    /**
     * Whom a referral is between.
     *
     * @param from the issuer
     * @param to the recipient
     * @param owner the institution that the case is of, where that is not the issuer; else null
     */
    public record Ends(Party from, Party to, InstitutionId owner) {}

    public static ReferralChange of(
            ReferralId referralId, Ends ends, UUID factId, Side by, ReferralFact fact, ReferralStatus status) {
        return new ReferralChange(referralId, ends, factId, by, fact, fact.occurredAt(), status);
    }

    public static ReferralChange of(
            ReferralId referralId, Ends ends, UUID factId, ReferralNote note, ReferralStatus status) {
        return new ReferralChange(referralId, ends, factId, note.side(), note, note.occurredAt(), status);
    }

    /** Steps concern both ends; a note only the one that is let know. */
    boolean concerns(Side end) {
        return !(fact instanceof ReferralNote) || by != end;
    }
}
