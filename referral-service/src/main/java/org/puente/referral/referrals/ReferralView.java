package org.puente.referral.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Need;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.Side;
import org.puente.referral.matching.MatchView;

/**
 * A referral as an agency's system reads it.
 *
 * @param partOf the referral that was redirected to this one; null if none
 * @param openSteps the steps that the caller's side may take now; none for the case owner where
 *     another institution issued the referral
 * @param remindedAt when the recipient was reminded; null if it was not
 * @param position in the waiting list, 1 for the next; null unless the referral waits
 * @param waiting for the issuer and the case owner, the redirect that waits for the owner's yes;
 *     else null
 * @param alternatives for the issuer and the case owner of a referral that came to nothing, where
 *     one referral is read: the next best offers; else null
 */
@Schema(
        requiredProperties = {
            "referralId",
            "caseId",
            "offerId",
            "from",
            "to",
            "need",
            "priority",
            "answerBy",
            "status",
            "facts",
            "openSteps",
            "modifiedAt"
        })
public record ReferralView(
        ReferralId referralId,
        CaseId caseId,
        ReferralId partOf,
        OfferId offerId,
        Party from,
        Party to,
        Need need,
        Priority priority,
        Instant answerBy,
        ReferralStatus status,
        List<FactView> facts,
        List<ReferralStatus> openSteps,
        Instant remindedAt,
        Integer position,
        PendingRedirect waiting,
        List<MatchView> alternatives,
        Instant modifiedAt) {

    /**
     * One fact of the referral.
     *
     * @param at when it happened
     * @param by the institution that published it
     * @param reason code; null where the type has none
     * @param appointment null but for scheduled
     * @param outcome null but for delivered
     * @param offerId null but for redirected
     * @param next the referral that followed a redirect, where the issuer or the case owner reads
     *     this referral alone; else null
     */
    @Schema(requiredProperties = {"id", "type", "at", "by"})
    record FactView(
            UUID id,
            ReferralStatus type,
            Instant at,
            InstitutionId by,
            String reason,
            Instant appointment,
            ServiceOutcome outcome,
            OfferId offerId,
            ReferralId next) {
        static FactView of(RecordedFact recorded, Map<OfferId, ReferralId> followed) {
            ReferralFact fact = recorded.fact();
            return new FactView(
                    recorded.id(),
                    fact.step(),
                    fact.occurredAt(),
                    fact.institution(),
                    reason(fact),
                    fact instanceof ReferralFact.Scheduled scheduled ? scheduled.at() : null,
                    fact instanceof ReferralFact.Delivered delivered ? delivered.outcome() : null,
                    fact instanceof ReferralFact.Redirected redirected ? redirected.offerId() : null,
                    fact instanceof ReferralFact.Redirected redirected ? followed.get(redirected.offerId()) : null);
        }

        private static String reason(ReferralFact fact) {
            Code code = switch (fact) {
                case ReferralFact.Declined declined -> declined.reason();
                case ReferralFact.Failed failed -> failed.reason();
                case ReferralFact.Cancelled cancelled -> cancelled.reason();
                case ReferralFact.Withdrawn withdrawn -> withdrawn.reason();
                default -> null;
            };
            return code == null ? null : code.code();
        }
    }

    /**
     * @param side null for the case owner, who is on neither side
     */
    public static ReferralView of(Referral referral, Side side, Instant now) {
        return of(referral, side, now, Map.of(), null);
    }

    /**
     * @param side null for the case owner, who is on neither side
     * @param followed the referrals that are part of this one, by offer
     */
    public static ReferralView of(
            Referral referral,
            Side side,
            Instant now,
            Map<OfferId, ReferralId> followed,
            List<MatchView> alternatives) {
        ReferralFact.Issued issued = referral.issued();
        return new ReferralView(
                referral.localId(),
                referral.caseId(),
                issued.partOf(),
                issued.offerId(),
                issued.from(),
                issued.to(),
                issued.need(),
                issued.priority(),
                issued.answerBy(),
                referral.status(),
                referral.facts().stream()
                        .map(recorded -> FactView.of(recorded, followed))
                        .toList(),
                side == null ? List.of() : List.copyOf(referral.openSteps(side, now)),
                referral.notes().remindedAt(),
                referral.position(),
                side == Side.RECIPIENT ? null : referral.sharing().waiting(),
                alternatives,
                referral.modifiedAt());
    }
}
