package org.puente.followup.cases;

import java.time.Instant;

/** Whether a visit may be recorded for a follow-up. */
sealed interface Readiness {

    record Open() implements Readiness {}

    /** The visit would be too early to count for it. */
    record TooEarly(Instant opensAt) implements Readiness {}

    /** It has been done, missed or dropped. */
    record Ended(FollowUpStatus status) implements Readiness {}
}
