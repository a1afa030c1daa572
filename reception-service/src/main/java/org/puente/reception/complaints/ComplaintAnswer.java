package org.puente.reception.complaints;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.platform.text.PlainText;

/**
 * The answer to a complaint.
 *
 * @param answer what whoever has the receipt code is told: it names nobody
 */
@Schema(name = "ComplaintAnswer")
record ComplaintAnswer(
        @NotNull ComplaintOutcome outcome,

        @NotNull @Pattern(regexp = ComplaintForm.TEXT, message = "{puente.text.2000}")
        String answer) {
    ComplaintAnswer {
        answer = PlainText.of(answer);
    }

    @Override
    public String toString() {
        return "ComplaintAnswer[" + outcome + "]";
    }
}
