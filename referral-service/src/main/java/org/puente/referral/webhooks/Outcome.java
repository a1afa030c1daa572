package org.puente.referral.webhooks;

import java.time.Duration;

/** What came of one attempt to deliver. */
sealed interface Outcome {
    /**
     * @param retryAfter how long the receiver asks to be left alone; zero if it doesn't
     */
    record Answered(int status, Duration retryAfter) implements Outcome {}

    /**
     * @param why a word: the target was refused, or did not answer
     */
    record Unanswered(String why) implements Outcome {}

    /** Only 2xx is a success (Standard Webhooks 1.0.0, "Delivery success and failure"). */
    default boolean isSuccess() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }

    /** The receiver wants nothing more (the same section: 410). */
    default boolean isGone() {
        return this instanceof Answered answered && answered.status() == 410;
    }
}
