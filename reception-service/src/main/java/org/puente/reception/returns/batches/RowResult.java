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
    /** Whether nothing is wrong but that an adult is not registered who is said to be responsible. */
    default boolean waitsForAdult() {
        return this instanceof Refused refused
                && refused.errors().stream().allMatch(error -> error.code().equals("responsible-unknown"));
    }

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
     * @param statusCode null if it was handed out more than a day ago, or another one since
     */
    record Known(CaseId caseId, PersonId personId, ConsentId consentId, String statusCode, List<Duty> duties)
            implements RowResult {
        /** The same row stands in an earlier chunk, of which a dry run has stored nothing. */
        static final Known OF_THE_DRY_RUN = new Known(null, null, null, null, List.of());

        @Override
        public String toString() {
            return "Known[" + caseId + "]";
        }
    }

    /**
     * Nothing of the row is stored.
     *
     * @param caseId who is registered instead; null where that is not why
     */
    record Refused(List<FieldError> errors, CaseId caseId) implements RowResult {
        Refused(List<FieldError> errors) {
            this(errors, null);
        }

        static Refused at(String pointer, String code, Object... args) {
            return new Refused(List.of(FieldError.of(pointer, code, args)));
        }
    }
}
