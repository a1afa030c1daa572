package org.puente.followup.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.puente.contracts.VisitOutcome;
import org.puente.followup.instruments.Instrument;
import org.puente.platform.problems.FieldError;

/** Whether a reported visit fits the instrument that was asked. */
sealed interface VisitCheck {

    /**
     * The visit can be recorded.
     *
     * @param sheet empty if nothing was asked
     */
    record Accepted(VisitRequest request, Optional<Sheet> sheet) implements VisitCheck {
        Visit visit(Instant at) {
            return new Visit(
                    at,
                    request.outcome(),
                    request.instrument(),
                    sheet.map(asked -> asked.instrument().score(asked.answers()))
                            .orElse(null),
                    request.needs());
        }
    }

    /** The answers that were given, to the instrument that was asked. */
    record Sheet(Instrument instrument, Map<String, String> answers) {}

    /** Something was asked, but by this outcome nobody could answer. */
    record NobodyToAnswer(VisitOutcome outcome) implements VisitCheck {}

    /** The answers can't be scored. */
    record Invalid(List<FieldError> errors) implements VisitCheck {}
}
