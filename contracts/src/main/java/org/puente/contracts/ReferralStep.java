package org.puente.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * A fact of a referral, with what the status depends on.
 *
 * @param id the fact's ce_id
 * @param at when the step was taken, by the clock of the side that took it
 * @param detail what else the fact states (reason, appointment, …), to distinguish facts of one
 *     type; empty if nothing
 */
public record ReferralStep(UUID id, ReferralStatus type, Side side, Instant at, String detail) {

    /**
     * Lowest first: rank, then time, then id as text (java.util.UUID compares as signed numbers,
     * which no other system does). The type comes last: it makes the order total even if an id were
     * used twice.
     */
    static final Comparator<ReferralStep> ORDER = Comparator.comparingInt(
                    (ReferralStep step) -> step.type().rank())
            .thenComparing(ReferralStep::at)
            .thenComparing(step -> step.id().toString())
            .thenComparing(ReferralStep::type);

    public ReferralStep {
        Require.present("id", id);
        Require.present("type", type);
        Require.present("side", side);
        at = Require.instant("at", at);
        Require.present("detail", detail);
    }

    /** The step that a fact takes, published by a side. */
    public static ReferralStep of(UUID id, ReferralFact fact, Side side) {
        return new ReferralStep(id, fact.step(), side, fact.occurredAt(), detail(fact));
    }

    /**
     * When the appointment is; empty if there is none, or its time is out of bounds ({@link
     * Times}).
     */
    public Optional<Instant> appointment() {
        try {
            return type == ReferralStatus.SCHEDULED ? Optional.of(Times.instant(detail)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // stored by a former release, which accepted any time
        }
    }

    /** Whether the step states that the person did not come. */
    public boolean isNoShow() {
        return type == ReferralStatus.MISSED
                || type == ReferralStatus.FAILED && detail.equals(FailureReason.NO_SHOW.code());
    }

    /** Whether the side may take a step of this type. */
    public boolean fromRightSide() {
        return type.sides().contains(side);
    }

    /** Whether this step states the same as another, whatever their times. */
    boolean repeats(ReferralStep other) {
        return type == other.type && side == other.side && detail.equals(other.detail);
    }

    /** What else a fact states, as {@link #detail} of its step; the same for both sides. */
    public static String detail(ReferralFact fact) {
        return switch (fact) {
            case ReferralFact.Declined declined -> declined.reason().code();
            case ReferralFact.Redirected redirected -> redirected.offerId().toString();
            case ReferralFact.Scheduled scheduled -> scheduled.at().toString();
            case ReferralFact.Delivered delivered -> delivered.outcome().code();
            case ReferralFact.Failed failed -> failed.reason().code();
            case ReferralFact.Cancelled cancelled -> cancelled.reason().code();
            case ReferralFact.Withdrawn withdrawn -> withdrawn.reason().code();
            case ReferralFact.Issued issued -> "";
            case ReferralFact.Acknowledged acknowledged -> "";
            case ReferralFact.Accepted accepted -> "";
            case ReferralFact.Waitlisted waitlisted -> "";
            case ReferralFact.Missed missed -> "";
            case ReferralFact.Started started -> "";
            case ReferralFact.Expired expired -> "";
        };
    }
}
