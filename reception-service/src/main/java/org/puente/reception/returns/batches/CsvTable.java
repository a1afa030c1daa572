package org.puente.reception.returns.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Comma-separated values (RFC 4180) in UTF-8. A semicolon or a tab may stand in the place of the comma, as spreadsheets
 * write it where the comma is for decimals; the first line decides.
 */
final class CsvTable implements Table {
    /** In characters; the longest field of a form has 2 000. */
    private static final int LONGEST_CELL = 8_192;

    private static final int LONGEST_HEADER = 16_384;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CsvParser parser;
    private int number;

    CsvTable(InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_HEADER);
        char separator = separator(text);
        CsvFactory factory = CsvFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_CELL)
                        .build())
                .build();
        parser = factory.createParser(text);
        parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** Looks at the first line, and passes over a byte order mark. */
    private static char separator(BufferedReader text) throws IOException {
        try {
            text.mark(LONGEST_HEADER);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            text.mark(LONGEST_HEADER);
            int[] seen = new int[128];
            for (int i = 0, c = text.read(); i < LONGEST_HEADER - 2 && c >= 0 && c != '\n'; i++, c = text.read()) {
                seen[c < seen.length ? c : 0]++;
            }
            text.reset();
            return seen[';'] > seen[','] ? ';' : seen['\t'] > seen[','] ? '\t' : ',';
        } catch (CharacterCodingException e) {
            throw notUtf8(1);
        }
    }

    @Override
    public List<String> next(IntPredicate isDay) throws IOException {
        number++;
        try {
            JsonToken begin = parser.nextToken();
            return begin == null ? null : cells();
        } catch (CharacterCodingException e) {
            throw notUtf8(number);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8(number) : broken();
        }
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (cells.size() == MAX_COLUMNS) {
                throw broken();
            }
            cells.add(parser.getText().strip());
        }
        return cells;
    }

    @Override
    public int number() {
        return number;
    }

    private static ProblemException notUtf8(int row) {
        return ProblemException.of(ProblemKind.INVALID, "batch-not-utf8", String.valueOf(row));
    }

    /** Where quotes are broken nobody knows where the next row begins. */
    private ProblemException broken() {
        return ProblemException.of(ProblemKind.INVALID, "batch-csv-broken", String.valueOf(number));
    }
}
