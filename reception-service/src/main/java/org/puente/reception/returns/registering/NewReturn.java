package org.puente.reception.returns.registering;

import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.reception.identity.MatchRecord;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.status.StatusCode;

/**
 * A return that is to be registered, with what is made before its transaction: sealing takes the processor longest.
 *
 * @param mark by which the code is stored
 * @param dossiers null if it is only tried and not published
 * @param match null for a person without names and documents
 * @param trace the trace of the request, which its facts belong to; null: that of the transaction
 */
public record NewReturn(
        CaseId caseId,
        UUID consentId,
        Registration registration,
        StatusCode code,
        String mark,
        Dossiers.SealedAhead dossiers,
        MatchRecord match,
        String trace) {

    /**
     * @param record null for a person without names and documents
     */
    NewReturn matchedBy(MatchRecord record) {
        return new NewReturn(caseId, consentId, registration, code, mark, dossiers, record, trace);
    }

    @Override
    public String toString() {
        return "NewReturn[" + caseId + "]";
    }
}
