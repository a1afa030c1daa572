package org.puente.reception.returns.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A pair of cases that waits for a decision of the institution of the first; lists of returns look for it. */
@Entity
@Table(name = "possible_match")
@IdClass(PossibleMatch.Pair.class)
class PossibleMatch {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Id
    @Column(name = "other_case_id")
    UUID otherCaseId;

    /** The key, in the form that the library wants it in. */
    static class Pair implements Serializable {
        UUID caseId;
        UUID otherCaseId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && caseId.equals(pair.caseId) && otherCaseId.equals(pair.otherCaseId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(caseId, otherCaseId);
        }
    }
}
