package org.puente.referral.referrals;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
import org.puente.platform.problems.ProblemException;

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
     * The fact that the request names.
     *
     * @param offer the offer of the referral; null where the directory no longer has it
     * @throws ProblemException invalid where a field is missing, wrong, or of another type; 422 where
     *     the offer of a delivery is not known
     */
    ReferralFact fact(Referral of, InstitutionId by, Instant now, OfferPublished offer) {
        check(of, now);
        return switch (type) {
            case ACCEPTED -> new ReferralFact.Accepted(of.id(), of.caseId(), by, now);
            case WAITLISTED -> new ReferralFact.Waitlisted(of.id(), of.caseId(), by, now);
            case DECLINED -> new ReferralFact.Declined(of.id(), of.caseId(), by, now, code(DeclineReason.class));
            case REDIRECTED -> new ReferralFact.Redirected(of.id(), of.caseId(), by, now, offerId, null);
            case SCHEDULED -> new ReferralFact.Scheduled(of.id(), of.caseId(), by, now, at);
            case MISSED -> new ReferralFact.Missed(of.id(), of.caseId(), by, now);
            case STARTED -> new ReferralFact.Started(of.id(), of.caseId(), by, now);
            case DELIVERED -> {
                if (offer == null) {
                    throw ProblemException.ruleBroken("offer-gone");
                }
                yield new ReferralFact.Delivered(
                        of.id(), of.caseId(), by, now, outcome, offer.level(), offer.dimension(), offer.category());
            }
            case FAILED -> new ReferralFact.Failed(of.id(), of.caseId(), by, now, code(FailureReason.class));
            case CANCELLED -> new ReferralFact.Cancelled(of.id(), of.caseId(), by, now, code(CancellationReason.class));
            case WITHDRAWN -> new ReferralFact.Withdrawn(of.id(), of.caseId(), by, now, code(WithdrawalReason.class));
            case ACKNOWLEDGED -> new ReferralFact.Acknowledged(of.id(), of.caseId(), by, now);
            case ISSUED, EXPIRED -> throw ProblemException.invalid(FieldError.of("/type", "said-by-puente-alone"));
        };
    }

    /** Checks the fields. An appointment is not long over, not before its referral, and not too far ahead. */
    private void check(Referral of, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        boolean hasReason = switch (type) {
            case DECLINED, FAILED, CANCELLED, WITHDRAWN -> true;
            default -> false;
        };
        check(errors, "reason", reason, hasReason);
        check(errors, "at", at, type == ReferralStatus.SCHEDULED);
        if (at != null && at.isBefore(now.minus(LATEST_ENTRY))) {
            errors.add(FieldError.of("/at", "appointment-over"));
        } else if (at != null && at.isBefore(of.issuedAt())) {
            errors.add(FieldError.of("/at", "appointment-before-referral"));
        } else if (at != null && at.isAfter(now.plus(FURTHEST_AHEAD))) {
            errors.add(FieldError.of("/at", "appointment-too-far", FURTHEST_AHEAD.toDays()));
        }
        check(errors, "outcome", outcome, type == ReferralStatus.DELIVERED);
        check(errors, "offerId", offerId, type == ReferralStatus.REDIRECTED);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private void check(List<FieldError> errors, String field, Object value, boolean belongs) {
        if (belongs && value == null) {
            errors.add(FieldError.of("/" + field, "field-needed", type.code()));
        } else if (!belongs && value != null) {
            errors.add(FieldError.of("/" + field, "field-of-another-type", type.code()));
        }
    }

    private <E extends Enum<E> & Code> E code(Class<E> codes) {
        try {
            return Code.of(codes, reason);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(FieldError.of("/reason", "not-a-code", allowed(codes)));
        }
    }

    private static <E extends Enum<E> & Code> String allowed(Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Code::code).collect(Collectors.joining(", "));
    }
}
