package org.puente.reception.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;

/**
 * A request that comes in.
 *
 * @param receivedOn by the node's calendar; the time to answer runs from the next day
 * @param receivedAt by our clock
 * @param details in the person's words; null if none were said
 */
record NewDataRequest(
        UUID id,
        CaseId caseId,
        InstitutionId institution,
        DataRequestKind kind,
        DataRequestSource source,
        LocalDate receivedOn,
        Instant receivedAt,
        String details) {

    /**
     * The same, asked of the institution of another case of the person. What was said stays with the first, and so
     * does when: by day and time the two institutions could tell whom the other holds.
     *
     * @param today when the other institution gets it
     */
    NewDataRequest of(UUID anotherId, CaseId anotherCase, InstitutionId owner, LocalDate today, Instant now) {
        return new NewDataRequest(
                anotherId, anotherCase, owner, kind, DataRequestSource.ANOTHER_CASE, today, now, null);
    }

    @Override
    public String toString() {
        return "NewDataRequest[" + id + "]";
    }
}
