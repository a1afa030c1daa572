package org.puente.reception.rights;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.platform.text.PlainText;

/**
 * The answer to a request.
 *
 * @param answer what the person is told, on the page of their case too: it names nobody. Null only
 *     where all was granted
 */
@Schema(name = "DataRequestAnswer")
record DataRequestAnswer(
        @NotNull DataRequestOutcome outcome,

        @Pattern(regexp = DataRequestForm.TEXT, message = "{puente.text.2000}")
        String answer) {
    DataRequestAnswer {
        answer = PlainText.of(answer);
    }

    @Override
    public String toString() {
        return "DataRequestAnswer[" + outcome + "]";
    }
}
