package org.puente.contracts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a referral stands, and also the steps by which it gets there: each fact of a referral is
 * one step, and the step that ranks highest is the status. The order of rank is
 *
 * <pre>
 * issued &lt; acknowledged &lt; expired &lt; waitlisted &lt; accepted &lt; scheduled = missed &lt; started
 *   ‖ declined = redirected &lt; cancelled &lt; withdrawn &lt; failed &lt; delivered          (‖ final from here)
 * </pre>
 *
 * The steps that a side may take when it sees a status:
 *
 * <pre>
 * {@link #ISSUED} ──► {@link #ACKNOWLEDGED} ─────────────────────► {@link #EXPIRED} (also from issued, by the clock)
 *    └──────────────┴─► {@link #WAITLISTED} ──► {@link #DECLINED}, {@link #REDIRECTED} (also from issued, acknowledged)
 *                   └─────────┴─► {@link #ACCEPTED}
 *                                    ├─► {@link #SCHEDULED} ◄─► {@link #MISSED}   (scheduled again: a new appointment)
 *                                    └──────┴───────────┴─► {@link #STARTED}
 *                                    └──────┴───────────┴──────┴─► {@link #DELIVERED}, {@link #FAILED}
 * any that is not final ──► {@link #CANCELLED}, {@link #WITHDRAWN}
 * </pre>
 */
public enum ReferralStatus implements Code {
    ISSUED(0, Side.ISSUER),
    ACKNOWLEDGED(1, Side.RECIPIENT),
    /** No answer in time is known. Not final: an answer in time may still be on its way. */
    EXPIRED(2, Side.ISSUER),
    WAITLISTED(3, Side.RECIPIENT),
    ACCEPTED(4, Side.RECIPIENT),
    SCHEDULED(5, Side.RECIPIENT),
    MISSED(5, Side.RECIPIENT),
    STARTED(6, Side.RECIPIENT),
    DECLINED(7, Side.RECIPIENT),
    REDIRECTED(7, Side.RECIPIENT),
    CANCELLED(8, Side.ISSUER),
    WITHDRAWN(9, Side.ISSUER, Side.RECIPIENT),
    FAILED(10, Side.RECIPIENT),
    DELIVERED(11, Side.RECIPIENT);

    private final int rank;
    private final Set<Side> sides;

    ReferralStatus(int rank, Side first, Side... rest) {
        this.rank = rank;
        this.sides = Collections.unmodifiableSet(EnumSet.of(first, rest));
    }

    /** Of two steps the one with the higher rank stands. */
    public int rank() {
        return rank;
    }

    /** Whether nothing is left to do. A final status is never left for one that isn't final. */
    public boolean isFinal() {
        return rank >= DECLINED.rank;
    }

    /** Whether the step is an answer, which counts only if the referral was answered in time. */
    public boolean isAnswer() {
        return switch (this) {
            case WAITLISTED, ACCEPTED, DECLINED, REDIRECTED -> true;
            default -> false;
        };
    }

    /** The sides that may take this step. */
    public Set<Side> sides() {
        return sides;
    }

    /** The steps that may be taken when this status is seen; empty if and only if it is final. */
    public Set<ReferralStatus> steps() {
        return switch (this) {
            case ISSUED -> open(ACKNOWLEDGED, EXPIRED, WAITLISTED, ACCEPTED, DECLINED, REDIRECTED);
            case ACKNOWLEDGED -> open(EXPIRED, WAITLISTED, ACCEPTED, DECLINED, REDIRECTED);
            case EXPIRED -> open();
            case WAITLISTED -> open(ACCEPTED, DECLINED, REDIRECTED);
            case ACCEPTED, MISSED -> open(SCHEDULED, STARTED, DELIVERED, FAILED);
            case SCHEDULED -> open(SCHEDULED, MISSED, STARTED, DELIVERED, FAILED);
            case STARTED -> open(DELIVERED, FAILED);
            case DECLINED, REDIRECTED, CANCELLED, WITHDRAWN, FAILED, DELIVERED -> Set.of();
        };
    }

    /** The step that a fact takes. */
    public static ReferralStatus of(ReferralFact fact) {
        return switch (fact) {
            case ReferralFact.Issued f -> ISSUED;
            case ReferralFact.Acknowledged f -> ACKNOWLEDGED;
            case ReferralFact.Accepted f -> ACCEPTED;
            case ReferralFact.Waitlisted f -> WAITLISTED;
            case ReferralFact.Declined f -> DECLINED;
            case ReferralFact.Redirected f -> REDIRECTED;
            case ReferralFact.Scheduled f -> SCHEDULED;
            case ReferralFact.Missed f -> MISSED;
            case ReferralFact.Started f -> STARTED;
            case ReferralFact.Delivered f -> DELIVERED;
            case ReferralFact.Failed f -> FAILED;
            case ReferralFact.Cancelled f -> CANCELLED;
            case ReferralFact.Withdrawn f -> WITHDRAWN;
            case ReferralFact.Expired f -> EXPIRED;
        };
    }

    private static Set<ReferralStatus> open(ReferralStatus... steps) {
        EnumSet<ReferralStatus> open = EnumSet.of(CANCELLED, WITHDRAWN);
        Collections.addAll(open, steps);
        return Collections.unmodifiableSet(open);
    }
}
