package org.puente.referral.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An attempt to deliver that was made, and is not recorded yet. */
record Attempt(DueDelivery delivery, Outcome outcome, Instant at) {

    /** How long to wait before the next attempt; empty where none is left. */
    Optional<Duration> waitBy(RetrySchedule schedule) {
        Optional<Duration> planned = schedule.after(delivery.attempts() + 1);
        return outcome instanceof Outcome.Answered answered
                ? planned.map(wait -> answered.retryAfter().compareTo(wait) > 0 ? answered.retryAfter() : wait)
                : planned;
    }

    /** The HTTP status; null where nothing was answered. */
    Integer status() {
        return outcome instanceof Outcome.Answered answered ? answered.status() : null;
    }

    boolean isSuccess() {
        return outcome.isSuccess();
    }
}
