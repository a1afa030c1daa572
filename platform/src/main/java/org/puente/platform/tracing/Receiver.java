package org.puente.platform.tracing;

import java.util.Optional;

/**
 * Where spans go.
 *
 * @param setting that names it
 * @param address whole, with its path
 */
record Receiver(String setting, String address) {
    /** Of spans, metrics and logs, without the path. As variable: {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
    static final String OF_ALL = "otel.exporter.otlp.endpoint";

    /** Of spans alone, with its path. As variable: {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT}. */
    static final String OF_SPANS = "otel.exporter.otlp.traces.endpoint";

    private static final String PATH = "/v1/traces";

    /** The one of spans comes first; a blank address is none. */
    static Optional<Receiver> of(Optional<String> ofSpans, Optional<String> ofAll) {
        return ofSpans.filter(Receiver::isNamed)
                .map(address -> new Receiver(OF_SPANS, address.strip()))
                .or(() -> ofAll.filter(Receiver::isNamed).map(Receiver::ofAll));
    }

    static Receiver ofAll(String address) {
        return new Receiver(OF_ALL, address.strip().replaceFirst("/+$", "") + PATH);
    }

    private static boolean isNamed(String address) {
        return !address.isBlank();
    }
}
