package org.puente.referral.hostile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.CaseId;
import org.puente.contracts.DeclineReason;
import org.puente.contracts.Dimension;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.FailureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Level;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.Side;
import org.puente.contracts.Stream;
import org.puente.contracts.WithdrawalReason;

/** Facts of a referral, of whatever type. */
record Facts(ReferralId referral, CaseId caseId) {

    /** Every type of fact of a referral once it is issued. */
    static List<FactType> types() {
        return Arrays.stream(FactType.values())
                .filter(type -> type.stream() == Stream.REFERRALS)
                .filter(type -> type != FactType.REFERRAL_ISSUED)
                .toList();
    }

    static List<FactType> types(Side side) {
        return types().stream().filter(type -> mayBePublishedBy(side, type)).toList();
    }

    /** Those that only the other side may publish. */
    static List<FactType> notOf(Side side) {
        return types().stream().filter(type -> !mayBePublishedBy(side, type)).toList();
    }

    private static boolean mayBePublishedBy(Side side, FactType type) {
        Fact fact = new Facts(new ReferralId(UUID.randomUUID()), new CaseId(UUID.randomUUID())).by("hnd-work", type);
        return fact instanceof ReferralNote note
                ? note.side() == side
                : ((ReferralFact) fact).step().sides().contains(side);
    }

    Fact by(String publisher, FactType type) {
        InstitutionId by = new InstitutionId(publisher);
        Instant now = Instant.now();
        OfferId offer = new OfferId("gtm-other");
        return switch (type) {
            case REFERRAL_ACKNOWLEDGED -> new ReferralFact.Acknowledged(referral, caseId, by, now);
            case REFERRAL_ACCEPTED -> new ReferralFact.Accepted(referral, caseId, by, now);
            case REFERRAL_WAITLISTED -> new ReferralFact.Waitlisted(referral, caseId, by, now);
            case REFERRAL_DECLINED -> new ReferralFact.Declined(referral, caseId, by, now, DeclineReason.OTHER);
            case REFERRAL_REDIRECTED -> new ReferralFact.Redirected(referral, caseId, by, now, offer, null);
            case SERVICE_SCHEDULED -> new ReferralFact.Scheduled(referral, caseId, by, now, now.plusSeconds(86400));
            case SERVICE_MISSED -> new ReferralFact.Missed(referral, caseId, by, now);
            case SERVICE_STARTED -> new ReferralFact.Started(referral, caseId, by, now);
            case SERVICE_DELIVERED ->
                new ReferralFact.Delivered(
                        referral,
                        caseId,
                        by,
                        now,
                        ServiceOutcome.COMPLETED,
                        Level.INDIVIDUAL,
                        Dimension.ECONOMIC,
                        "employment");
            case SERVICE_FAILED -> new ReferralFact.Failed(referral, caseId, by, now, FailureReason.OTHER);
            case REFERRAL_CANCELLED ->
                new ReferralFact.Cancelled(referral, caseId, by, now, CancellationReason.values()[0]);
            case REFERRAL_WITHDRAWN ->
                new ReferralFact.Withdrawn(referral, caseId, by, now, WithdrawalReason.CONSENT_WITHDRAWN);
            case REFERRAL_EXPIRED -> new ReferralFact.Expired(referral, caseId, by, now);
            case REFERRAL_REMINDED -> new ReferralNote.Reminded(referral, caseId, by, now, now);
            case REFERRAL_QUEUED -> new ReferralNote.Queued(referral, caseId, by, now, 1);
            default -> throw new IllegalArgumentException(type + " is no fact of a referral");
        };
    }
}
