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
 * @param registration null if the row is refused, and as long as {@code manifest} is not looked up
 * @param hash mark of what the row holds; null if the row is refused
 * @param columns as in {@link RawRow}
 * @param errors why it is refused; empty if its form is right
 * @param manifest the entry from which the person is registered; null for a row that holds everything
 */
record BatchRow(
        int number,
        String key,
        CaseId caseId,
        Registration registration,
        String hash,
        Map<String, String> columns,
        List<FieldError> errors,
        FromManifest manifest) {

    boolean isRefused() {
        return !errors.isEmpty();
    }

    /**
     * The row with what it registers.
     *
     * @param of null if nothing of it is left
     * @param entry from which it is registered; null if it was registered before
     */
    BatchRow registering(Registration of, NamedEntries.Free entry) {
        return new BatchRow(
                number,
                key,
                caseId,
                of,
                hash,
                columns,
                errors,
                new FromManifest(manifest.name(), manifest.patch(), entry));
    }

    /** The entry from which it is registered; null for a row that needs none, or was not looked up. */
    NamedEntries.EntryId entry() {
        return manifest == null || manifest.entry() == null
                ? null
                : manifest.entry().id();
    }

    @Override
    public String toString() {
        return "BatchRow[" + number + "]";
    }
}
