package org.puente.followup.cases;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.Need;
import org.puente.contracts.VisitOutcome;
import org.puente.followup.instruments.Instrument;
import org.puente.followup.instruments.Instruments;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;

/**
 * The report of a case manager about a visit.
 *
 * @param instrument the questionnaire that was asked; absent if none was
 * @param answers answer codes by item of the instrument; an item without an answer is left out or
 *     null
 * @param needs what the person needs now; absent if nothing
 */
record VisitRequest(
        @NotNull VisitOutcome outcome,
        org.puente.contracts.Instrument instrument,

        @Size(max = 200) @Schema(additionalProperties = Given.class)
        Map<String, String> answers,

        @Size(max = 30) List<@NotNull Need> needs) {

    /** An answer as the document describes it: a code of the item's scale, or null for none. */
    @Schema(name = "GivenAnswer", type = SchemaType.STRING, nullable = true)
    interface Given {}

    /**
     * A visit that fits an instrument.
     *
     * @param sheet empty if nothing was asked
     */
    record Checked(VisitRequest said, Optional<Sheet> sheet) {
        Visit visit(Instant at) {
            return new Visit(
                    at,
                    said.outcome(),
                    said.instrument(),
                    sheet.map(it -> it.instrument().score(it.answers())).orElse(null),
                    said.needs());
        }
    }

    /** The answers that were given, to the instrument that was asked. */
    record Sheet(Instrument instrument, Map<String, String> answers) {}

    /**
     * @throws ProblemException if the answers can't be scored, or nobody could answer
     */
    Checked checked(Instruments instruments) {
        Map<String, String> given = given();
        if (instrument == null) {
            if (!given.isEmpty()) {
                throw ProblemException.invalid(FieldError.of("/instrument", "instrument-needed"));
            }
            return new Checked(this, Optional.empty());
        }
        if (!Visit.couldBeAsked(outcome)) {
            throw ProblemException.ruleBroken("nobody-to-answer", outcome.code());
        }
        Instrument asked = instruments
                .find(instrument.id(), instrument.version())
                .orElseThrow(() -> ProblemException.invalid(FieldError.of("/instrument", "instrument-unknown")));
        if (given.isEmpty()) {
            throw ProblemException.invalid(FieldError.of("/answers", "answers-needed"));
        }
        List<FieldError> errors =
                asked.faults(given).stream().map(VisitRequest::error).toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new Checked(this, Optional.of(new Sheet(asked, given)));
    }

    private Map<String, String> given() {
        Map<String, String> given = new HashMap<>(answers == null ? Map.of() : answers);
        given.values().removeIf(Objects::isNull);
        return given;
    }

    private static FieldError error(Instrument.Fault fault) {
        String pointer = "/answers/" + fault.item().replace("~", "~0").replace("/", "~1");
        return fault.codes().isEmpty()
                ? FieldError.of(pointer, "unknown-item")
                : FieldError.of(pointer, "not-a-code", String.join(", ", fault.codes()));
    }

    /** The names of the reported fields, for the audit. */
    List<String> fields() {
        List<String> fields = new ArrayList<>(List.of("outcome"));
        if (instrument != null) {
            fields.add("answers");
        }
        if (needs != null && !needs.isEmpty()) {
            fields.add("needs");
        }
        return fields;
    }
}
