package org.puente.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.puente.platform.problems.ProblemException;

/** The choice of a client between JSON and comma-separated values (RFC 4180). */
public final class CsvFormat {
    public static final String TYPE = "text/csv";
    public static final MediaType MEDIA_TYPE = MediaType.valueOf(TYPE);

    private CsvFormat() {}

    /**
     * Whether the client wants CSV.
     *
     * @param format {@code csv} or {@code json}; null lets the Accept header decide
     * @throws ProblemException invalid for another format
     */
    public static boolean isWanted(String format, HttpHeaders headers) {
        if (format == null) {
            String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
            return MediaRanges.best(accept, MediaType.APPLICATION_JSON, TYPE)
                    .filter(TYPE::equals)
                    .isPresent();
        }
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw ProblemException.notAmong("format", List.of("csv", "json"));
        };
    }
}
