package org.puente.followup.cases;

import java.time.Instant;

/** Whether a visit may be recorded for a follow-up. */
sealed interface Readiness {

    record Open() implements Readiness {}

    /** A visit would be too early to count for this follow-up. */
    record TooEarly(Instant opensAt) implements Readiness {}

    /** The follow-up was completed, missed or dropped. */
    record Ended(FollowUpStatus status) implements Readiness {}
}
