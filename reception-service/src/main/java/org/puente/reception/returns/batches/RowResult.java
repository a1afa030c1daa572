package org.puente.reception.returns.batches;

import java.util.List;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.PersonId;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Warning;

/** What became of a row. */
sealed interface RowResult {
    /**
     * Registered now; in a dry run, it would be.
     *
     * @param statusCode shown as in a single registration
     */
    record Created(
            CaseId caseId,
            PersonId personId,
            ConsentId consentId,
            String statusCode,
            List<Warning> warnings,
            List<Duty> duties)
            implements RowResult {
        @Override
        public String toString() {
            return "Created[" + caseId + "]";
        }
    }

    /**
     * The same row was registered before.
     *
     * @param statusCode null if it was handed out more than a day ago
     */
    record Known(CaseId caseId, PersonId personId, ConsentId consentId, String statusCode, List<Duty> duties)
            implements RowResult {
        @Override
        public String toString() {
            return "Known[" + caseId + "]";
        }
    }

    /** Nothing of the row is stored. */
    record Refused(List<FieldError> errors) implements RowResult {
        static Refused at(String pointer, String code, Object... args) {
            return new Refused(List.of(FieldError.of(pointer, code, args)));
        }
    }
}
