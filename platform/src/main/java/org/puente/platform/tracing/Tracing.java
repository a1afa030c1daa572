package org.puente.platform.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.Node;

/**
 * Whether this service exports spans: only where a setting names a {@link Receiver} (OTLP over HTTP),
 * and {@value #DISABLED} is not true. Otherwise nothing of OpenTelemetry's SDK runs. The SDK reads
 * its other settings, such as headers and certificates, from the variables {@code OTEL_…} that are
 * usual.
 */
@ApplicationScoped
public class Tracing {
    private static final String DISABLED = "otel.sdk.disabled";
    private static final String SHARE = "otel.traces.sampler.arg";
    private static final int SECONDS_TO_END = 2;

    private final Optional<OpenTelemetrySdk> sdk;
    private final Optional<Spans> spans;

    /**
     * @param share of the traces that is exported, from 0 to 1
     */
    Tracing(
            Node node,
            @ConfigProperty(name = Receiver.OF_SPANS) Optional<String> ofSpans,
            @ConfigProperty(name = Receiver.OF_ALL) Optional<String> ofAll,
            @ConfigProperty(name = DISABLED, defaultValue = "false") boolean disabled,
            @ConfigProperty(name = SHARE, defaultValue = "1") double share) {
        sdk = Receiver.of(ofSpans, ofAll)
                .filter(receiver -> !disabled)
                .map(receiver -> start(node.consumer(), receiver, share));
        spans = sdk.map(started -> new Spans(started.getTracer("org.puente"), node.consumer()));
    }

    /**
     * This service alone decides which traces it exports: by their ids, of which all nodes with the
     * same share choose the same. Whether another node or a client calls its trace sampled has no
     * effect. Neither have variables that a platform sets for all of its programs, and that this one
     * could not start with (such as the protocol gRPC).
     */
    static OpenTelemetrySdk start(String service, Receiver receiver, double share) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Receiver.OF_SPANS, receiver.address());
        settings.put("otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("otel.exporter.otlp.traces.protocol", "http/protobuf");
        settings.put(DISABLED, "false");
        settings.put("otel.traces.exporter", "otlp");
        settings.put("otel.traces.sampler", "always_on");
        settings.put("otel.metrics.exporter", "none");
        settings.put("otel.logs.exporter", "none");
        settings.put("otel.propagators", "none");
        settings.put("otel.service.name", service);
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesCustomizer(given -> settings)
                .addSpanExporterCustomizer(
                        (exporter, configured) -> new ReportingExporter(exporter, receiver.setting()))
                .addSamplerCustomizer((usual, configured) -> Sampler.traceIdRatioBased(share))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** Empty where nothing is exported. */
    public Optional<Spans> spans() {
        return spans;
    }

    /** Exports what is left, if the receiver answers soon. */
    void stop(@Observes ShutdownEvent stopping) {
        sdk.ifPresent(Tracing::end);
    }

    static void end(OpenTelemetrySdk started) {
        started.shutdown().join(SECONDS_TO_END, TimeUnit.SECONDS);
    }
}
