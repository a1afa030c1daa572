package org.puente.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Receives spans by OTLP over HTTP, as a collector does, at a port of its own. */
public final class SpanReceiver implements AutoCloseable {
    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final Queue<Exported> spans = new ConcurrentLinkedQueue<>();

    public SpanReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::receive);
        server.start();
    }

    /**
     * A span as it was exported.
     *
     * @param service {@code service.name} of its resource
     * @param parent empty for the first span of a trace
     * @param kind such as {@code SERVER}
     * @param attributes its own; {@code error.type} where it failed
     * @param whole all that was exported of it and its resource, as text
     */
    public record Exported(
            String service,
            String traceId,
            String id,
            String parent,
            String kind,
            String name,
            Map<String, String> attributes,
            String whole) {

        private static Exported of(ResourceSpans resource, Span span) {
            return new Exported(
                    texts(resource.getResource().getAttributesList()).get("service.name"),
                    HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                    HexFormat.of().formatHex(span.getSpanId().toByteArray()),
                    HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
                    span.getKind().name().replace("SPAN_KIND_", ""),
                    span.getName(),
                    texts(span.getAttributesList()),
                    resource.getResource() + "\n" + span);
        }

        private static Map<String, String> texts(List<KeyValue> attributes) {
            return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, Exported::text));
        }

        private static String text(KeyValue attribute) {
            return attribute.getValue().hasStringValue()
                    ? attribute.getValue().getStringValue()
                    : String.valueOf(attribute.getValue().getIntValue());
        }

        public boolean isChildOf(Exported other) {
            return traceId.equals(other.traceId) && parent.equals(other.id);
        }
    }

    /** What a service is given as {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What has come so far. */
    public List<Exported> spans() {
        return List.copyOf(spans);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            for (ResourceSpans resource : request.getResourceSpansList()) {
                resource.getScopeSpansList()
                        .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(Exported.of(resource, span))));
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
