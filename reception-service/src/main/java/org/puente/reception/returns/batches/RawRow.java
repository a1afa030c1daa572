package org.puente.reception.returns.batches;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.puente.platform.problems.FieldError;

/**
 * A row as it was sent.
 *
 * @param number the line of an NDJSON body, the row of a spreadsheet; from 1
 * @param json the form of the registration, with {@code key} and {@code caseId}; null if the row cannot be read
 * @param columns for a row of a table: the column of each value, by its JSON pointer; else empty
 * @param errors why it cannot be read; empty if it can
 */
record RawRow(int number, ObjectNode json, Map<String, String> columns, List<FieldError> errors) {
    static RawRow unreadable(int number, FieldError why) {
        return new RawRow(number, null, Map.of(), List.of(why));
    }

    @Override
    public String toString() {
        return "RawRow[" + number + "]";
    }
}
