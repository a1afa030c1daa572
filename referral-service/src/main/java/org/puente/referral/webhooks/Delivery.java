package org.puente.referral.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.puente.contracts.Code;

/** One change on its way to one webhook. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {
    @Id
    UUID id;

    @Column(name = "webhook_id")
    UUID webhookId;

    long position;

    @Column(name = "referral_id")
    UUID referralId;

    String box;
    String type;
    Instant at;
    String state;
    int attempts;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "first_at")
    Instant firstAt;

    @Column(name = "last_at")
    Instant lastAt;

    @Column(name = "last_status")
    Integer lastStatus;

    @Column(name = "last_error")
    String lastError;

    protected Delivery() {}

    DeliveryState state() {
        return Code.of(DeliveryState.class, state);
    }

    /** Counts an attempt. */
    void attempted(Outcome outcome, Instant now) {
        attempts++;
        firstAt = firstAt == null ? now : firstAt;
        lastAt = now;
        switch (outcome) {
            case Outcome.Answered answered -> {
                lastStatus = answered.status();
                lastError = null;
            }
            case Outcome.Unanswered unanswered -> {
                lastStatus = null;
                lastError = unanswered.why();
            }
        }
    }

    /** A delivery that has arrived stays so, whatever the outcome of another attempt at the same time. */
    void end(DeliveryState end) {
        state = state() == DeliveryState.DELIVERED ? state : end.code();
    }

    void waitFor(Duration wait, Instant now) {
        dueAt = now.plus(wait);
    }

    /** Begins anew under the same id, so that a receiver that already has it recognizes it. */
    void again(Instant now) {
        state = DeliveryState.PENDING.code();
        attempts = 0;
        firstAt = null;
        dueAt = now;
    }
}
