package org.puente.referral.referrals;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.puente.contracts.CancellationReason;
import org.puente.contracts.Code;
import org.puente.contracts.DeclineReason;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.FailureReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.ServiceOutcome;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.problems.FieldError;

/**
 * A fact that an institution adds to a referral: a type, and the type's own fields.
 *
 * @param reason for declined, failed, cancelled and withdrawn
 * @param at for scheduled: when the appointment is
 * @param outcome for delivered
 * @param offerId for redirected: the other offer
 */
record AddFactRequest(
        @NotNull ReferralStatus type, String reason, Instant at, ServiceOutcome outcome, OfferId offerId) {
    /** How long after an appointment it may be entered; an older one is a typing error. */
    private static final Duration LATEST_ENTRY = Duration.ofDays(1);

    private static final Duration FURTHEST_AHEAD = Duration.ofDays(2 * 365);

    /**
     * The fact that the request names, once it has no {@link #errors}.
     *
     * @param offer the offer of the referral; only a delivery needs it
     */
    ReferralFact fact(Referral of, InstitutionId by, Instant now, OfferPublished offer) {
        return switch (type) {
            case ACCEPTED -> new ReferralFact.Accepted(of.id(), of.caseId(), by, now);
            case WAITLISTED -> new ReferralFact.Waitlisted(of.id(), of.caseId(), by, now);
            case DECLINED -> new ReferralFact.Declined(of.id(), of.caseId(), by, now, reason(DeclineReason.class));
            case REDIRECTED -> new ReferralFact.Redirected(of.id(), of.caseId(), by, now, offerId, null);
            case SCHEDULED -> new ReferralFact.Scheduled(of.id(), of.caseId(), by, now, at);
            case MISSED -> new ReferralFact.Missed(of.id(), of.caseId(), by, now);
            case STARTED -> new ReferralFact.Started(of.id(), of.caseId(), by, now);
            case DELIVERED ->
                new ReferralFact.Delivered(
                        of.id(), of.caseId(), by, now, outcome, offer.level(), offer.dimension(), offer.category());
            case FAILED -> new ReferralFact.Failed(of.id(), of.caseId(), by, now, reason(FailureReason.class));
            case CANCELLED ->
                new ReferralFact.Cancelled(of.id(), of.caseId(), by, now, reason(CancellationReason.class));
            case WITHDRAWN -> new ReferralFact.Withdrawn(of.id(), of.caseId(), by, now, reason(WithdrawalReason.class));
            case ACKNOWLEDGED -> new ReferralFact.Acknowledged(of.id(), of.caseId(), by, now);
            case ISSUED, EXPIRED -> throw new IllegalStateException("no person takes this step");
        };
    }

    /**
     * The fields that are missing, wrong, or of another type. An appointment is not long over, not
     * before its referral, and not too far ahead.
     */
    List<FieldError> errors(Instant issuedAt, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        checkPresence(errors, "reason", reason, reasons() != null);
        checkPresence(errors, "at", at, type == ReferralStatus.SCHEDULED);
        if (at != null && at.isBefore(now.minus(LATEST_ENTRY))) {
            errors.add(FieldError.of("/at", "appointment-over"));
        } else if (at != null && at.isBefore(issuedAt)) {
            errors.add(FieldError.of("/at", "appointment-before-referral"));
        } else if (at != null && at.isAfter(now.plus(FURTHEST_AHEAD))) {
            errors.add(FieldError.of("/at", "appointment-too-far", FURTHEST_AHEAD.toDays()));
        }
        checkPresence(errors, "outcome", outcome, type == ReferralStatus.DELIVERED);
        checkPresence(errors, "offerId", offerId, type == ReferralStatus.REDIRECTED);
        return errors.isEmpty() ? errorsOfCodes() : errors;
    }

    private List<FieldError> errorsOfCodes() {
        if (type == ReferralStatus.ISSUED || type == ReferralStatus.EXPIRED) {
            return List.of(FieldError.of("/type", "said-by-puente-alone"));
        }
        return reason == null || codes().contains(reason)
                ? List.of()
                : List.of(FieldError.of("/reason", "not-a-code", String.join(", ", codes())));
    }

    private void checkPresence(List<FieldError> errors, String field, Object value, boolean belongs) {
        if (belongs && value == null) {
            errors.add(FieldError.of("/" + field, "field-needed", type.code()));
        } else if (!belongs && value != null) {
            errors.add(FieldError.of("/" + field, "field-of-another-type", type.code()));
        }
    }

    /** The reasons of the type; null where it has none. */
    private Code[] reasons() {
        return switch (type) {
            case DECLINED -> DeclineReason.values();
            case FAILED -> FailureReason.values();
            case CANCELLED -> CancellationReason.values();
            case WITHDRAWN -> WithdrawalReason.values();
            default -> null;
        };
    }

    private List<String> codes() {
        return Arrays.stream(reasons()).map(Code::code).toList();
    }

    private <E extends Enum<E> & Code> E reason(Class<E> reasons) {
        return Code.of(reasons, reason);
    }
}
