package org.puente.followup.cases;

import java.util.EnumSet;
import java.util.Set;
import org.puente.contracts.Code;

/**
 * Where a follow-up stands.
 *
 * <pre>
 * {@link #PLANNED} ──► {@link #DUE} ──► {@link #COMPLETED}
 *    │ ▲   │     │ └──► {@link #MISSED}
 *    ▼ │   │     ▼
 * {@link #DROPPED} ◄───┘
 * </pre>
 *
 * A planned follow-up may also be completed, in the window before its day.
 */
enum FollowUpStatus implements Code {
    PLANNED,
    DUE,
    COMPLETED,
    MISSED,
    /**
     * The case was closed or released before. Planned again if a new consent comes in time, and if
     * it was never due.
     */
    DROPPED;

    Set<FollowUpStatus> successors() {
        return switch (this) {
            case PLANNED -> EnumSet.of(DUE, COMPLETED, DROPPED);
            case DUE -> EnumSet.of(COMPLETED, MISSED, DROPPED);
            case DROPPED -> EnumSet.of(PLANNED);
            case COMPLETED, MISSED -> EnumSet.noneOf(FollowUpStatus.class);
        };
    }

    boolean open() {
        return successors().contains(COMPLETED);
    }
}
