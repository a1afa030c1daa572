package org.puente.reception.returns.batches;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** In which form a batch is sent. */
enum BatchFormat {
    NDJSON(BatchFormat.LINES),
    CSV(BatchFormat.VALUES),
    WORKBOOK(BatchFormat.SPREADSHEET);

    static final String LINES = "application/x-ndjson";
    static final String VALUES = "text/csv";
    static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    BatchFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * @param contentType the header; null if there is none
     * @throws ProblemException unsupported type for any other, and for another charset than UTF-8
     */
    static BatchFormat of(String contentType) {
        String[] parts = (contentType == null ? "" : contentType)
                .toLowerCase(Locale.ROOT)
                .split(";");
        boolean isUtf8 = Arrays.stream(parts)
                .map(String::strip)
                .filter(part -> part.startsWith("charset="))
                .map(part -> part.substring("charset=".length()).replace("\"", ""))
                .allMatch(charset -> charset.equals("utf-8") || charset.equals("utf8"));
        if (!isUtf8) {
            throw ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, "batch-charset");
        }
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(parts[0].strip()))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.UNSUPPORTED_TYPE,
                        "batch-type",
                        Arrays.stream(values()).map(one -> one.mediaType).collect(Collectors.joining(", "))));
    }

    /** Begins to read a body. */
    RowSource open(InputStream body) throws IOException {
        return switch (this) {
            case NDJSON -> new NdjsonRows(body);
            case CSV -> new TableRows(new CsvTable(body));
            case WORKBOOK -> new TableRows(new WorkbookTable(whole(body)));
        };
    }

    /** The contents of an archive are listed at its end. */
    private static byte[] whole(InputStream body) throws IOException {
        byte[] workbook = body.readNBytes(WorkbookLimits.MAX_BYTES + 1);
        if (workbook.length > WorkbookLimits.MAX_BYTES) {
            throw ProblemException.of(
                    ProblemKind.TOO_LARGE, "body-too-large", String.valueOf(WorkbookLimits.MAX_BYTES / 1024));
        }
        return workbook;
    }
}
