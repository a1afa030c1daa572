package org.puente.followup.cases;

import java.util.EnumSet;
import java.util.Set;
import org.puente.contracts.Code;

/**
 * Where a case stands in follow-up.
 *
 * <pre>
 * {@link #WAITING} ──► {@link #FOLLOWED} ◄──► {@link #RELEASED}
 *               │
 *               ▼
 *            {@link #CLOSED}
 * </pre>
 */
enum CaseStatus implements Code {
    /** No consent to follow it up is known. */
    WAITING,
    /** It has a plan. */
    FOLLOWED,
    /** The consent was withdrawn or is over; a new one takes the case up again. */
    RELEASED,
    /** The person died or left; no consent changes that. */
    CLOSED;

    Set<CaseStatus> successors() {
        return switch (this) {
            case WAITING -> EnumSet.of(FOLLOWED);
            case FOLLOWED -> EnumSet.of(RELEASED, CLOSED);
            case RELEASED -> EnumSet.of(FOLLOWED);
            case CLOSED -> EnumSet.noneOf(CaseStatus.class);
        };
    }
}
