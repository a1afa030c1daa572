package org.puente.platform.tracing;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.puente.platform.operations.HttpMethods;

/**
 * Makes the spans of a service. Their attributes are those named here and no others (OpenTelemetry
 * semantic conventions for HTTP, messaging and CloudEvents, as far as they name nobody): no
 * address, no query, no header, no statement, no message of an exception.
 */
public final class Spans {
    private static final AttributeKey<String> HTTP_METHOD = stringKey("http.request.method");
    private static final AttributeKey<String> HTTP_ROUTE = stringKey("http.route");
    private static final AttributeKey<Long> HTTP_STATUS = longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = stringKey("error.type");
    private static final AttributeKey<String> MESSAGING = stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = stringKey("messaging.operation.type");
    private static final AttributeKey<String> TOPIC = stringKey("messaging.destination.name");
    private static final AttributeKey<String> GROUP = stringKey("messaging.consumer.group.name");
    private static final AttributeKey<String> EVENT = stringKey("cloudevents.event_id");
    private static final AttributeKey<String> EVENT_TYPE = stringKey("cloudevents.event_type");
    private static final AttributeKey<String> EVENT_SUBJECT = stringKey("cloudevents.event_subject");

    private static final int SERVER_ERROR = 500;

    private final Tracer tracer;
    private final String group;

    Spans(Tracer tracer, String group) {
        this.tracer = tracer;
        this.group = group;
    }

    /** A request begins. */
    Span request(String method, String traceparent) {
        String known = HttpMethods.isStandard(method) ? method : "_OTHER";
        return begin(known.equals("_OTHER") ? "HTTP" : known, SpanKind.SERVER, traceparent)
                .setAttribute(HTTP_METHOD, known)
                .startSpan();
    }

    /**
     * A request ends.
     *
     * @param route the template of its path; null if it reached no resource
     */
    static void end(Span request, String method, String route, int status, boolean broken) {
        if (route != null) {
            request.updateName(method + " " + route);
            request.setAttribute(HTTP_ROUTE, route);
        }
        request.setAttribute(HTTP_STATUS, (long) status);
        if (broken) {
            endWithError(request, "connection-closed");
        } else if (status >= SERVER_ERROR) {
            endWithError(request, String.valueOf(status));
        } else {
            request.end();
        }
    }

    /** A fact goes from the outbox to its topic. */
    public Span sending(String topic, String id, String type, String subject, String traceparent) {
        return begin("send " + topic, SpanKind.PRODUCER, traceparent)
                .setAttribute(MESSAGING, "kafka")
                .setAttribute(OPERATION, "send")
                .setAttribute(OPERATION_TYPE, "send")
                .setAttribute(TOPIC, topic)
                .setAttribute(EVENT, id)
                .setAttribute(EVENT_TYPE, type)
                .setAttribute(EVENT_SUBJECT, subject)
                .startSpan();
    }

    /**
     * A record is taken in.
     *
     * @param headers of the record
     */
    public Span processing(String topic, Map<String, String> headers) {
        return begin("process " + topic, SpanKind.CONSUMER, headers.get("traceparent"))
                .setAttribute(MESSAGING, "kafka")
                .setAttribute(OPERATION, "process")
                .setAttribute(OPERATION_TYPE, "process")
                .setAttribute(GROUP, group)
                .setAttribute(TOPIC, topic)
                .startSpan();
    }

    /** Names the fact of a record, once it is known to be one. */
    public static void name(Span processing, String id, String type, String subject) {
        processing.setAttribute(EVENT, id).setAttribute(EVENT_TYPE, type).setAttribute(EVENT_SUBJECT, subject);
    }

    /**
     * A span ends that has failed.
     *
     * @param error a word, never a message
     */
    public static void endWithError(Span span, String error) {
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, error).end();
    }

    /** The context of a span, as what it causes names it; {@code otherwise} if there is no span. */
    public static String traceparent(Span span, String otherwise) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : otherwise;
    }

    private SpanBuilder begin(String name, SpanKind kind, String traceparent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent(traceparent));
    }

    /** No parent where the traceparent isn't valid: then the span begins a trace. */
    private static Context parent(String traceparent) {
        if (!Trace.isValid(traceparent)) {
            return Context.root();
        }
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        traceparent.substring(3, 35),
                        traceparent.substring(36, 52),
                        TraceFlags.fromHex(traceparent, 53),
                        TraceState.getDefault())));
    }
}
