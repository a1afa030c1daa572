package org.puente.reception.returns.batches;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.puente.reception.returns.registering.StoredReturn;
import org.puente.reception.returns.registering.StoredReturns;

/**
 * A chunk of rows whose transaction is done.
 *
 * @param fresh those that are registered; in a dry run, that would be
 * @param others results of rows whose keys or ids were taken
 * @param stored the returns of the fresh ones, in their order
 */
record RegisteredChunk(List<PreparedRow> fresh, Map<BatchRow, RowResult> others, StoredReturns stored, boolean dryRun) {
    static final RegisteredChunk EMPTY = new RegisteredChunk(List.of(), Map.of(), StoredReturns.NONE, false);

    /**
     * The result of each row.
     *
     * @param compared the returns with the people who may be the same
     */
    Map<BatchRow, RowResult> results(List<StoredReturn> compared, Locale locale) {
        Map<BatchRow, RowResult> all = new HashMap<>(others);
        for (int i = 0; i < fresh.size(); i++) {
            all.put(fresh.get(i).row(), created(compared.get(i), locale));
        }
        return all;
    }

    /** A dry run leaves no case under the own name, so it must not tell whom others know. */
    private RowResult created(StoredReturn stored, Locale locale) {
        return dryRun
                ? new RowResult.Created(null, null, null, null, stored.warningsOfItsOwn(locale), stored.duties(locale))
                : new RowResult.Created(
                        stored.returnCase().id(),
                        stored.returnCase().person(),
                        stored.consentId(),
                        stored.made().code().text(),
                        stored.warnings(locale),
                        stored.duties(locale));
    }
}
