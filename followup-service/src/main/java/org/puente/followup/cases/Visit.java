package org.puente.followup.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.puente.contracts.ClosureReason;
import org.puente.contracts.Instrument;
import org.puente.contracts.Need;
import org.puente.contracts.Scores;
import org.puente.contracts.VisitOutcome;

/**
 * The result of a visit. The answers are stored apart ({@link AnswerSheet}).
 *
 * @param instrument null if nothing was asked
 * @param scores null if nothing was asked
 * @param needs what the person needs now
 */
record Visit(Instant at, VisitOutcome outcome, Instrument instrument, Scores scores, List<Need> needs) {

    Visit {
        needs = needs == null ? List.of() : List.copyOf(needs);
    }

    /** Whether this outcome means that somebody could answer questions. */
    static boolean couldBeAsked(VisitOutcome outcome) {
        return switch (outcome) {
            case REACHED, MOVED -> true;
            case UNREACHABLE, REMIGRATED, DECEASED, REFUSED -> false;
        };
    }

    /** Why the case ends with this visit; empty if the case goes on. */
    Optional<ClosureReason> ending() {
        return switch (outcome) {
            case DECEASED -> Optional.of(ClosureReason.DECEASED);
            case REMIGRATED -> Optional.of(ClosureReason.REMIGRATED);
            // A refused or failed visit is not a withdrawn consent: the next visit may succeed.
            case REACHED, UNREACHABLE, MOVED, REFUSED -> Optional.empty();
        };
    }
}
