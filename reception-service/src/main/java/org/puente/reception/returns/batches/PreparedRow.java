package org.puente.reception.returns.batches;

import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.status.StatusCode;

/**
 * A row with all that is made before its transaction.
 *
 * @param mark by which the code is stored
 * @param sealedCode for a repetition of the row; null in a dry run
 * @param dossiers null in a dry run
 */
record PreparedRow(
        BatchRow row,
        CaseId caseId,
        UUID consentId,
        StatusCode code,
        String mark,
        String sealedCode,
        Dossiers.SealedAhead dossiers) {

    RegistrationKeys.Claim claim() {
        return new RegistrationKeys.Claim(row.key(), row.hash(), caseId.value(), consentId, sealedCode);
    }

    @Override
    public String toString() {
        return "PreparedRow[" + row.number() + "]";
    }
}
