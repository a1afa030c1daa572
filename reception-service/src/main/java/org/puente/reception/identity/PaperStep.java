package org.puente.reception.identity;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.puente.contracts.Code;

/**
 * A step on the way to a paper that the person lacks. Each step is kept, so that it shows how long a paper took.
 *
 * @param on the day of the step
 */
public record PaperStep(
        @NotNull Paper paper, @NotNull Step step, @NotNull LocalDate on) {

    /** Papers that returned people have to get. */
    public enum Paper implements Code {
        BIRTH_CERTIFICATE,
        IDENTITY_DOCUMENT,
        CURP_TEMPORAL,
        APOSTILLE,
        PASSPORT
    }

    /** In the order in which they are taken. */
    public enum Step implements Code {
        ASKED,
        UNDER_WAY,
        GIVEN
    }

    /** Whether a step of the same paper would lie after a later one. */
    public boolean contradicts(PaperStep other) {
        return paper == other.paper && step.compareTo(other.step) < 0 && on.isAfter(other.on);
    }
}
