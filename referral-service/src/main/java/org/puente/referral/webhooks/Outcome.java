package org.puente.referral.webhooks;

import java.time.Duration;

/** The outcome of one attempt to deliver. */
sealed interface Outcome {
    /**
     * @param retryAfter how long the receiver wants no request; zero if it does not name a time
     */
    record Answered(int status, Duration retryAfter) implements Outcome {}

    /**
     * @param why a word: the target was refused or did not answer, or the secret cannot be read
     */
    record Unanswered(String why) implements Outcome {}

    /** Only 2xx is a success (Standard Webhooks 1.0.0, "Delivery success and failure"). */
    default boolean isSuccess() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }

    /** The receiver wants no more deliveries (the same section: 410). */
    default boolean isGone() {
        return this instanceof Answered answered && answered.status() == 410;
    }
}
