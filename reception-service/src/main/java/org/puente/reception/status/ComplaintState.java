package org.puente.reception.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.reception.complaints.ComplaintOutcome;
import org.puente.reception.complaints.ComplaintStatus;

/**
 * What becomes of one complaint, for whoever has its receipt code: not whom it is about, what it
 * says, nor, while it is shown here, who works on it.
 *
 * @param acknowledgeBy null while it waits for an independent institution
 * @param answerBy null while it waits for an independent institution: the time runs from when one has it
 * @param outcome null until it is answered, and where the institution that it is about wrote it down and so knows the
 *     code: then {@code says} names who gives the answer
 * @param answer null where the outcome is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"receivedOn", "status", "says"})
public record ComplaintState(
        LocalDate receivedOn,
        ComplaintStatus status,
        LocalDate acknowledgeBy,
        LocalDate answerBy,
        ComplaintOutcome outcome,
        String says,
        String answer) {
    @Override
    public String toString() {
        return "ComplaintState[" + status + "]";
    }
}
