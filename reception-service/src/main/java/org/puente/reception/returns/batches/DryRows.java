package org.puente.reception.returns.batches;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.puente.contracts.CaseId;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.batches.NamedEntries.EntryId;

/**
 * What a dry run would have registered in its earlier chunks. Nothing of it is stored, so a later row does not find it
 * in the database; a row that was refused is not here, as it would not be there. As much as a batch may have rows.
 */
final class DryRows {
    private final Map<String, String> hashes = new HashMap<>();
    private final Set<CaseId> ids = new HashSet<>();
    private final Set<EntryId> entries = new HashSet<>();
    private final Map<CaseId, Registration> adults = new HashMap<>();

    /** A row that would be registered. */
    void add(BatchRow row) {
        hashes.put(row.key(), row.hash());
        if (row.entry() != null) {
            entries.add(row.entry());
        }
        if (row.caseId() != null) {
            ids.add(row.caseId());
            if (row.registration().household() != null && !row.registration().child()) {
                adults.put(row.caseId(), row.registration());
            }
        }
    }

    /** What a row gets whose key would be claimed already; else null. */
    RowResult known(BatchRow row) {
        String hash = hashes.get(row.key());
        if (hash == null) {
            return null;
        }
        return hash.equals(row.hash())
                ? RowResult.Known.OF_THE_DRY_RUN
                : RowResult.Refused.at("/key", "row-key-reused");
    }

    /** Refuses a row whose entry or id would be taken; else null. */
    RowResult taken(BatchRow row) {
        if (row.entry() != null && entries.contains(row.entry())) {
            return RowResult.Refused.at("/manifest/entry", "row-entry-twice"); // there is no case to name
        }
        return row.caseId() != null && ids.contains(row.caseId())
                ? RowResult.Refused.at("/caseId", "case-id-taken")
                : null;
    }

    /** Those whom a later row may name as responsible for a child. */
    Map<CaseId, Registration> adults() {
        return Map.copyOf(adults);
    }
}
