package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;

/** The notes that one participant of a referral sent to the other, beside the facts. */
@Embeddable
public class Notes {
    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "queue_position")
    private Integer queuePosition;

    @Column(name = "queued_at")
    private Instant queuedAt;

    protected Notes() {}

    /**
     * @return when the recipient was reminded; null if it was not
     */
    public Instant remindedAt() {
        return remindedAt;
    }

    /**
     * @return the position in the waiting list that the recipient's node published last; null if it
     *     never published one
     */
    public Integer queuePosition() {
        return queuePosition;
    }

    /** A copy with the recipient reminded; the first time stands. */
    Notes reminded(Instant at) {
        Notes next = copy();
        next.remindedAt = remindedAt == null ? at : remindedAt;
        return next;
    }

    /** A copy with a position in the waiting list; the position that was published last stands. */
    Notes queued(int position, Instant at) {
        Notes next = copy();
        if (queuedAt == null || !at.isBefore(queuedAt)) {
            next.queuePosition = position;
            next.queuedAt = at;
        }
        return next;
    }

    /** Whether these differ from others in content; the time of a position makes no difference. */
    boolean differFrom(Notes others) {
        return !Objects.equals(remindedAt, others.remindedAt) || !Objects.equals(queuePosition, others.queuePosition);
    }

    private Notes copy() {
        Notes copy = new Notes();
        copy.remindedAt = remindedAt;
        copy.queuePosition = queuePosition;
        copy.queuedAt = queuedAt;
        return copy;
    }
}
