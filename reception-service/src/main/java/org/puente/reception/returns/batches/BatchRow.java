package org.puente.reception.returns.batches;

import java.util.List;
import java.util.Map;
import org.puente.contracts.CaseId;
import org.puente.platform.problems.FieldError;
import org.puente.reception.returns.Registration;

/**
 * A row that was read.
 *
 * @param key which the client made; null if it is missing or malformed
 * @param caseId which the client made; null if it made none
 * @param registration null if the row is refused
 * @param hash mark of what the row holds; null if the row is refused
 * @param columns as in {@link RawRow}
 * @param errors why it is refused; empty if its form is right
 */
record BatchRow(
        int number,
        String key,
        CaseId caseId,
        Registration registration,
        String hash,
        Map<String, String> columns,
        List<FieldError> errors) {

    boolean isRefused() {
        return !errors.isEmpty();
    }

    @Override
    public String toString() {
        return "BatchRow[" + number + "]";
    }
}
