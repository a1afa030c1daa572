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
    /** No known consent covers an office, or the institution that registered the return. */
    WAITING,
    /** The case has a plan. */
    FOLLOWED,
    /**
     * The consent was withdrawn, is over, or covers no office any more; a new consent starts the
     * case again. So it is for good where the return was erased.
     */
    RELEASED,
    /** The person died or migrated again; no consent changes that. */
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
