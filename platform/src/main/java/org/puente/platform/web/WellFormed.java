package org.puente.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Refuses, with a problem and before other code reads it, a request whose address or headers break
 * the rules of HTTP or of this API. Code that fails on them later would answer 500, or nothing.
 */
@ApplicationScoped
class WellFormed {
    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final int LONGEST_KEY = 255;

    private static final String IDENTITY = "identity";
    private static final Pattern DOTS = Pattern.compile("(?i)bearer[ ]+[.]+[ ]*");

    private final ObjectMapper mapper;
    private final long max;

    /**
     * @param max the most bytes that any body may have
     */
    WellFormed(ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max) {
        this.mapper = mapper;
        this.max = max.asLongValue();
    }

    /**
     * Quarkus checks addresses too, before any filter, and answers 400 without a body. This
     * property, read when the HTTP server starts, switches that off; {@link #check} looks at
     * addresses instead.
     */
    void judgeAddressesHere(@Observes @Initialized(ApplicationScoped.class) Object start) {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<ProblemException> refusal = address(request)
                .or(() -> accept(request.headers()))
                .or(() -> token(request.headers()))
                .or(() -> contentType(request.headers()))
                .or(() -> contentEncoding(request.headers()))
                .or(() -> length(request.headers()))
                .or(() -> idempotencyKey(request.headers()));
        if (refusal.isPresent()) {
            EarlyFailures.refuse(context, mapper, refusal.get());
        } else {
            context.next();
        }
    }

    private static Optional<ProblemException> address(HttpServerRequest request) {
        String path = request.path();
        String query = request.query();
        if (path == null || !AddressText.isPath(path)) {
            return Optional.of(ProblemException.of(ProblemKind.INVALID, "address-malformed"));
        }
        if (path.indexOf(';') >= 0) {
            return Optional.of(ProblemException.of(ProblemKind.INVALID, "matrix-parameter"));
        }
        return query == null || AddressText.isQuery(query)
                ? Optional.empty()
                : Optional.of(ProblemException.of(ProblemKind.INVALID, "address-malformed"));
    }

    /** Writes the header anew, in one form that later readers understand. */
    private static Optional<ProblemException> accept(MultiMap headers) {
        List<String> lines = headers.getAll(HttpHeaders.ACCEPT);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<MediaRanges> ranges = MediaRanges.parse(String.join(",", lines));
        ranges.ifPresent(accepted -> headers.set(HttpHeaders.ACCEPT, accepted.text()));
        return ranges.isPresent()
                ? Optional.empty()
                : Optional.of(ProblemException.of(ProblemKind.INVALID, "header-malformed", "Accept"));
    }

    private static Optional<ProblemException> contentType(MultiMap headers) {
        List<String> lines = headers.getAll(HttpHeaders.CONTENT_TYPE);
        if (lines.size() == 1 && lines.getFirst().isBlank()) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
            return Optional.empty();
        }
        return lines.isEmpty() || lines.size() == 1 && MediaRanges.isMediaType(lines.getFirst())
                ? Optional.empty()
                : Optional.of(ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, "header-malformed", "Content-Type"));
    }

    /** No body is decompressed here, and a compressed body must not be read as a plain one. */
    private static Optional<ProblemException> contentEncoding(MultiMap headers) {
        return headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
                        .allMatch(coding -> coding.isBlank() || coding.strip().equalsIgnoreCase(IDENTITY))
                ? Optional.empty()
                : Optional.of(ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, "encoding-unknown"));
    }

    /** Beyond this length the library answers before any resource, and without a body. */
    private Optional<ProblemException> length(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("[0-9]{1,18}") || Long.parseLong(length) <= max
                ? Optional.empty()
                : Optional.of(ProblemException.of(ProblemKind.TOO_LARGE, "body-too-large", max / 1024));
    }

    /** A token of dots only is no token, and the code that splits it fails on it. */
    private static Optional<ProblemException> token(MultiMap headers) {
        return headers.getAll(HttpHeaders.AUTHORIZATION).stream().anyMatch(DOTS.asMatchPredicate())
                ? Optional.of(ProblemException.of(ProblemKind.UNAUTHENTICATED, "status-401"))
                : Optional.empty();
    }

    private static Optional<ProblemException> idempotencyKey(MultiMap headers) {
        List<String> keys = headers.getAll("Idempotency-Key");
        return keys.isEmpty() || keys.size() == 1 && isKey(keys.getFirst())
                ? Optional.empty()
                : Optional.of(ProblemException.of(ProblemKind.INVALID, "idempotency-key-invalid", LONGEST_KEY));
    }

    private static boolean isKey(String key) {
        return !key.isBlank() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
