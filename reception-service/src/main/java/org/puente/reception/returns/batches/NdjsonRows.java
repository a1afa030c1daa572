package org.puente.reception.returns.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.puente.platform.json.Json;
import org.puente.platform.problems.FieldError;
import org.puente.platform.web.BodyErrors;

/** A JSON object on each line, in UTF-8. A line that is none is refused by itself, and so is one that is too long. */
final class NdjsonRows implements RowSource {
    /** No form is as long: the longest texts that it may hold have 8 000 characters in all. */
    static final int LONGEST_LINE = 65_536;

    private final InputStream in;
    private final byte[] read = new byte[8_192];
    private final byte[] line = new byte[LONGEST_LINE];
    private int at;
    private int end;
    private int number;

    NdjsonRows(InputStream in) {
        this.in = in;
    }

    @Override
    public RawRow next() throws IOException {
        while (true) {
            int length = line();
            if (length < 0) {
                return null;
            }
            if (length > LONGEST_LINE) {
                return RawRow.unreadable(number, FieldError.of("", "row-too-long", LONGEST_LINE / 1024));
            }
            int begin = startsWithMark(length) ? 3 : 0;
            if (!isBlank(begin, length)) {
                return row(begin, length);
            }
        }
    }

    /**
     * Reads a line into its buffer.
     *
     * @return its length, also where it is longer than the buffer; -1 at the end of the body
     */
    private int line() throws IOException {
        int length = 0;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            byte one = read[at++];
            if (one == '\n') {
                break;
            }
            if (length < LONGEST_LINE) {
                line[length] = one;
            }
            length++;
        }
        number += any ? 1 : 0;
        return any ? length : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.read(read, 0, read.length);
        return end > 0;
    }

    private RawRow row(int begin, int length) {
        try {
            JsonNode json = Json.mapper().readTree(line, begin, length - begin);
            return json instanceof ObjectNode object
                    ? new RawRow(number, object, Map.of(), List.of())
                    : RawRow.unreadable(number, FieldError.of("", "row-not-an-object"));
        } catch (JsonProcessingException e) {
            List<FieldError> named = BodyErrors.of(e).errors();
            return named.isEmpty()
                    ? RawRow.unreadable(number, FieldError.of("", "row-not-json"))
                    : new RawRow(number, null, Map.of(), named);
        } catch (IOException e) {
            return RawRow.unreadable(number, FieldError.of("", "row-not-json")); // bytes that are not UTF-8
        }
    }

    /** Windows writes a byte order mark before UTF-8. */
    private boolean startsWithMark(int length) {
        return number == 1 && length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
    }

    private boolean isBlank(int begin, int length) {
        for (int i = begin; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
