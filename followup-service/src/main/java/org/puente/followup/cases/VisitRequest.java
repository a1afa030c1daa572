package org.puente.followup.cases;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

    VisitCheck check(Instruments instruments) {
        Map<String, String> given = given();
        if (instrument == null) {
            return given.isEmpty()
                    ? new VisitCheck.Accepted(this, Optional.empty())
                    : invalid("/instrument", "instrument-needed");
        }
        return Visit.couldBeAsked(outcome)
                ? instruments
                        .find(instrument.id(), instrument.version())
                        .map(asked -> check(asked, given))
                        .orElseGet(() -> invalid("/instrument", "instrument-unknown"))
                : new VisitCheck.NobodyToAnswer(outcome);
    }

    private VisitCheck check(Instrument asked, Map<String, String> given) {
        if (given.isEmpty()) {
            return invalid("/answers", "answers-needed");
        }
        List<FieldError> errors =
                asked.faults(given).stream().map(VisitRequest::error).toList();
        return errors.isEmpty()
                ? new VisitCheck.Accepted(this, Optional.of(new VisitCheck.Sheet(asked, given)))
                : new VisitCheck.Invalid(errors);
    }

    private static VisitCheck invalid(String pointer, String code) {
        return new VisitCheck.Invalid(List.of(FieldError.of(pointer, code)));
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
