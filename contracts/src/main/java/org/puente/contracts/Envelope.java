package org.puente.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What stands around a fact: CloudEvents 1.0 in Kafka's binary mode (CloudEvents Kafka protocol
 * binding 1.0.2, section 3.2).
 *
 * @param id unique per fact; UUID version 7, or 8 if a service makes the fact by itself
 * @param subject id of the aggregate, equal to the record's key
 * @param time when it happened
 * @param traceparent W3C trace context; null if there is none
 */
public record Envelope(UUID id, Source source, FactType type, String subject, Instant time, String traceparent) {

    private static final String MEDIA_TYPE = "application/json";
    private static final int LONGEST_SUBJECT = 128;
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public Envelope {
        Require.present("id", id);
        Require.present("source", source);
        Require.present("type", type);
        subject(Require.present("subject", subject));
        time = Require.instant("time", time);
        if (traceparent != null && !TRACEPARENT.matcher(traceparent).matches()) {
            throw new IllegalArgumentException("traceparent must match " + TRACEPARENT);
        }
    }

    /** The headers of the record. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", source.toString());
        headers.put("ce_type", type.type());
        headers.put("ce_subject", subject);
        headers.put("ce_time", time.toString());
        headers.put("ce_dataschema", type.schema().toString());
        headers.put("content-type", MEDIA_TYPE);
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return headers;
    }

    /**
     * Reads the headers of a record. A traceparent that is not valid is left out (W3C Trace Context
     * section 4.3): a wrong one is no reason to lose a fact.
     *
     * @throws UnreadableFact if a header is missing or wrong; with {@code type-unknown} if this
     *     release doesn't know the type
     */
    public static Envelope read(Map<String, String> headers) {
        only("ce_specversion", headers, "1.0"::equals);
        only("content-type", headers, type -> type.split(";", 2)[0].strip().equalsIgnoreCase(MEDIA_TYPE));
        FactType type = type(present("ce_type", headers));
        only("ce_dataschema", headers, type.schema().toString()::equals);
        String trace = headers.get("traceparent");
        return new Envelope(
                valid("ce_id", headers, Require::uuid),
                valid("ce_source", headers, Source::parse),
                type,
                valid("ce_subject", headers, Envelope::subject),
                valid("ce_time", headers, Times::instant),
                trace != null && TRACEPARENT.matcher(trace).matches() ? trace : null);
    }

    private static FactType type(String word) {
        return FactType.of(word)
                .orElseThrow(() -> FactType.isType(word)
                        ? new UnreadableFact("type-unknown", "ce_type is no type of this version")
                        : new UnreadableFact("header-invalid", "ce_type can't be read"));
    }

    private static String subject(String subject) {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("subject must have 1 to 128 characters");
        }
        for (int i = 0; i < subject.length(); i++) {
            if (!mayBeInSubject(subject.charAt(i))) {
                throw new IllegalArgumentException("subject must match [A-Za-z0-9/-]");
            }
        }
        return subject;
    }

    private static boolean mayBeInSubject(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '/';
    }

    private static String present(String header, Map<String, String> headers) {
        String value = headers.get(header);
        if (value == null || value.isBlank()) {
            throw new UnreadableFact("header-missing", header + " is missing");
        }
        return value;
    }

    private static <T> T valid(String header, Map<String, String> headers, Function<String, T> reading) {
        String value = present(header, headers);
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new UnreadableFact("header-invalid", header + " can't be read");
        }
    }

    private static void only(String header, Map<String, String> headers, Predicate<String> right) {
        if (!right.test(present(header, headers))) {
            throw new UnreadableFact("header-invalid", header + " can't be read");
        }
    }
}
