package org.puente.referral.referrals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;

/** What one end of a referral let the other know, beside the facts. */
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
     * @return where in the waiting list it stood when the recipient's node last said so; null if it
     *     never did
     */
    public Integer queuePosition() {
        return queuePosition;
    }

    /** With the recipient reminded; the first time stands. */
    Notes reminded(Instant at) {
        Notes next = copy();
        next.remindedAt = remindedAt == null ? at : remindedAt;
        return next;
    }

    /** With where in the waiting list it stands; what was said last stands. */
    Notes queued(int position, Instant at) {
        Notes next = copy();
        if (queuedAt == null || !at.isBefore(queuedAt)) {
            next.queuePosition = position;
            next.queuedAt = at;
        }
        return next;
    }

    /** Whether these say what others don't; when it was said makes no difference. */
    public boolean differFrom(Notes others) {
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
