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
 * Whether this service exports spans: only where {@value #RECEIVER} names a receiver (OTLP over
 * HTTP). Where it doesn't, nothing of OpenTelemetry's SDK runs. The SDK reads its other
 * settings, such as headers and certificates, from the variables {@code OTEL_…} that are usual.
 */
@ApplicationScoped
public class Tracing {
    /** As variable: {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
    static final String RECEIVER = "otel.exporter.otlp.endpoint";

    private static final String SHARE = "otel.traces.sampler.arg";
    private static final int SECONDS_TO_END = 3;

    private final Optional<OpenTelemetrySdk> sdk;
    private final Optional<Spans> spans;

    /**
     * @param share of the traces that is exported, from 0 to 1
     */
    Tracing(
            Node node,
            @ConfigProperty(name = RECEIVER) Optional<String> receiver,
            @ConfigProperty(name = SHARE, defaultValue = "1") double share) {
        sdk = receiver.filter(address -> !address.isBlank()).map(address -> start(node.consumer(), address, share));
        spans = sdk.map(started -> new Spans(started.getTracer("org.puente"), node.consumer()));
    }

    /**
     * This service alone decides which traces it exports: by their ids, of which all nodes with the
     * same share choose the same. Whether another node or a client calls its trace sampled has no
     * effect. Neither have variables that a platform sets for all of its programs, and that this one
     * could not start with (such as the protocol gRPC).
     */
    static OpenTelemetrySdk start(String service, String receiver, double share) {
        Map<String, String> settings = new HashMap<>();
        settings.put(RECEIVER, receiver);
        settings.put("otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("otel.exporter.otlp.traces.protocol", "http/protobuf");
        settings.put("otel.traces.exporter", "otlp");
        settings.put("otel.traces.sampler", "always_on");
        settings.put("otel.metrics.exporter", "none");
        settings.put("otel.logs.exporter", "none");
        settings.put("otel.propagators", "none");
        settings.put("otel.service.name", service);
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesCustomizer(given -> settings)
                .addSpanExporterCustomizer((exporter, configured) -> new ReportingExporter(exporter))
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
        sdk.ifPresent(started -> started.shutdown().join(SECONDS_TO_END, TimeUnit.SECONDS));
    }
}
