package org.puente.reception.returns.batches;

import org.puente.contracts.CaseId;
import org.puente.reception.returns.registering.NewReturn;

/**
 * A row with all that is made before its transaction.
 *
 * @param sealedCode for a repetition of the row; null in a dry run
 */
record PreparedRow(BatchRow row, NewReturn made, String sealedCode) {

    CaseId caseId() {
        return made.caseId();
    }

    RegistrationKeys.Claim claim() {
        return new RegistrationKeys.Claim(row.key(), row.hash(), caseId().value(), made.consentId(), sealedCode);
    }

    @Override
    public String toString() {
        return "PreparedRow[" + row.number() + "]";
    }
}
