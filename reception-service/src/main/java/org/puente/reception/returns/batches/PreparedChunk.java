package org.puente.reception.returns.batches;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chunk of rows on the way to its transaction.
 *
 * @param rows all of them, in their order
 * @param results of those that need no transaction
 * @param repeated rows that say the same as another of the chunk, and that other
 * @param prepared those to be registered
 */
record PreparedChunk(
        List<BatchRow> rows,
        Map<BatchRow, RowResult> results,
        Map<BatchRow, BatchRow> repeated,
        List<PreparedRow> prepared) {

    /**
     * The result of every row, in their order.
     *
     * @param registered of those that were prepared
     */
    List<RowResult> all(Map<BatchRow, RowResult> registered) {
        Map<BatchRow, RowResult> all = new HashMap<>(results);
        all.putAll(registered);
        repeated.forEach((row, first) -> all.put(row, again(registered.get(first))));
        return rows.stream().map(all::get).toList();
    }

    private static RowResult again(RowResult first) {
        return first instanceof RowResult.Created created
                ? new RowResult.Known(
                        created.caseId(),
                        created.personId(),
                        created.consentId(),
                        created.statusCode(),
                        created.duties())
                : first;
    }
}
