package org.puente.reception.returns.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.ConsentId;
import org.puente.contracts.PersonId;
import org.puente.platform.problems.FieldError;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Duty;
import org.puente.reception.returns.Warning;

/**
 * A line of the answer: what became of a row, or at the end the summary alone.
 *
 * @param row its number: the line, or the row of the spreadsheet, from 1
 * @param key absent if the row has none that can be read
 * @param caseId of a refused row: who is registered already from the entry of a manifest that it names
 * @param statusCode for the person alone; in a repetition it is shown for a day
 * @param warnings of a row that was registered now; absent if there are none
 * @param duties what the rules of protection ask for; absent if they ask for nothing
 * @param errors why a row was refused
 * @param summary on the last line only; an answer without it was cut off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchLine(
        Integer row,
        String key,
        Result result,
        CaseId caseId,
        PersonId personId,
        ConsentId consentId,
        String statusCode,
        List<Warning> warnings,
        List<Duty> duties,
        List<RowError> errors,
        Summary summary) {

    enum Result implements Code {
        /** Registered now. */
        CREATED,
        /** Registered now, with warnings. */
        WARNED,
        /** Registered before, under this key with this content. */
        KNOWN,
        /** Not registered. */
        REFUSED
    }

    /**
     * @param pointer RFC 6901, into the form of the row; empty for the row itself
     * @param column of a spreadsheet; absent in NDJSON, and where no single column is wrong
     */
    @Schema(
            name = "BatchError",
            requiredProperties = {"pointer", "code", "detail"})
    record RowError(String pointer, String column, String code, String detail) {}

    /**
     * @param rows that were answered
     * @param created with or without warnings; in a dry run those that would be
     * @param complete whether the whole body was read and answered
     * @param problem why it is not complete, as RFC 9457 has it. Rows with a line are done; send the others again,
     *     or all
     */
    @Schema(
            name = "BatchSummary",
            requiredProperties = {"rows", "created", "warned", "known", "refused", "dryRun", "complete"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            int rows,
            int created,
            int warned,
            int known,
            int refused,
            boolean dryRun,
            boolean complete,
            HttpProblem problem) {}

    static BatchLine of(BatchRow row, RowResult result, Locale locale) {
        return switch (result) {
            case RowResult.Created created ->
                new BatchLine(
                        row.number(),
                        row.key(),
                        created.warnings().isEmpty() ? Result.CREATED : Result.WARNED,
                        created.caseId(),
                        created.personId(),
                        created.consentId(),
                        created.statusCode(),
                        orNull(created.warnings()),
                        orNull(created.duties()),
                        null,
                        null);
            case RowResult.Known known ->
                new BatchLine(
                        row.number(),
                        row.key(),
                        Result.KNOWN,
                        known.caseId(),
                        known.personId(),
                        known.consentId(),
                        known.statusCode(),
                        null,
                        orNull(known.duties()),
                        null,
                        null);
            case RowResult.Refused refused ->
                new BatchLine(
                        row.number(),
                        row.key(),
                        Result.REFUSED,
                        refused.caseId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        refused.errors().stream()
                                .map(error -> error(error, row.columns(), locale))
                                .toList(),
                        null);
        };
    }

    private static <T> List<T> orNull(List<T> all) {
        return all.isEmpty() ? null : all;
    }

    static BatchLine of(Summary summary) {
        return new BatchLine(null, null, null, null, null, null, null, null, null, null, summary);
    }

    private static RowError error(FieldError error, Map<String, String> columns, Locale locale) {
        return new RowError(
                error.pointer(),
                column(error.pointer(), columns),
                error.code(),
                Texts.of(locale, error.code(), error.args().toArray()));
    }

    /** The column of a value, or of the list that it stands in; else null. */
    private static String column(String pointer, Map<String, String> columns) {
        if (columns.isEmpty() || pointer.isEmpty()) {
            return null;
        }
        String sent = columns.get(pointer);
        String list = sent != null || pointer.lastIndexOf('/') == 0
                ? null
                : columns.get(pointer.substring(0, pointer.lastIndexOf('/')));
        return sent != null ? sent : list != null ? list : missing(pointer);
    }

    /** The column in which a value that is missing would stand; null if there is none. */
    private static String missing(String pointer) {
        return Column.BY_NAME.values().stream()
                .filter(column -> column.pointer().equals(pointer))
                .map(Column::name)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "BatchLine[" + row + "]";
    }
}
