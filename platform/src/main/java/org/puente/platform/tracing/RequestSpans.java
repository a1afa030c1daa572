package org.puente.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A span for each request, but for health, metrics and documents. None where traces are off. */
@ApplicationScoped
class RequestSpans {
    private static final int BEFORE_ALL_WHO_ANSWER = Integer.MAX_VALUE - 3;
    private static final String INSIDE = "/q/";

    /** Where Quarkus leaves the template of the resource's path in the request's context, for its metrics. */
    private static final String ROUTE = "UrlPathTemplate";

    private final Tracing tracing;

    RequestSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    void register(@Observes Filters filters) {
        tracing.spans().ifPresent(spans -> filters.register(context -> begin(spans, context), BEFORE_ALL_WHO_ANSWER));
    }

    private static void begin(Spans spans, RoutingContext context) {
        String path = context.normalizedPath();
        if (path == null || !path.startsWith(INSIDE)) {
            String method = context.request().method().name();
            Span span = spans.request(method, context.request().getHeader("traceparent"));
            Trace.follow(Spans.traceparent(span, null));
            Context here = Vertx.currentContext();
            context.addEndHandler(ended -> Spans.end(
                    span, method, here.getLocal(ROUTE), context.response().getStatusCode(), ended.failed()));
        }
        context.next();
    }
}
