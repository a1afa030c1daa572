package org.puente.platform.limits;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.BodySizes;
import org.puente.platform.web.Problems;

/**
 * How long a request's body may take to come. A client that sends it drop by drop holds memory and
 * a place that others wait for. So it gets 408, and the connection (in HTTP/2 the stream) is
 * closed. Nothing of the request is done.
 */
@ApplicationScoped
class BodyDeadline {
    private static final Logger LOG = Logger.getLogger(BodyDeadline.class);

    /** Runs before authentication, which may already wait for the body. */
    private static final int FIRST = Integer.MAX_VALUE - 1;

    private static final Set<HttpMethod> WITHOUT_BODY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private final Duration least;
    private final long bytesPerSecond;
    private final BodySizes sizes;
    private final ObjectMapper mapper;

    /**
     * @param least the time that a body of any size gets
     * @param bytesPerSecond the slowest line that is accepted
     * @param sizes as many bytes as a body may have are assumed if the request doesn't state its length
     */
    BodyDeadline(
            @ConfigProperty(name = "puente.limits.body.least") Duration least,
            @ConfigProperty(name = "puente.limits.body.bytes-per-second") long bytesPerSecond,
            BodySizes sizes,
            ObjectMapper mapper) {
        this.least = least;
        this.bytesPerSecond = bytesPerSecond;
        this.sizes = sizes;
        this.mapper = mapper;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request) && !request.isEnded()) {
            long timer = context.vertx().setTimer(of(length(request)).toMillis(), late -> giveUp(context));
            context.addEndHandler(answered -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    /**
     * The end of a request without a body is read when it is answered. That may be long after, and
     * for a live stream never. HTTP/1.1 states that there is a body; HTTP/2 may leave that to
     * its frames.
     */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null
                ? !length.equals("0")
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || isHttp2(request) && !WITHOUT_BODY.contains(request.method());
    }

    private static boolean isHttp2(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    /** The time for a body of so many bytes. */
    Duration of(long bytes) {
        return least.plusSeconds(bytes / bytesPerSecond);
    }

    private long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? sizes.most(request.path()) : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return sizes.most(request.path());
        }
    }

    private void giveUp(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        LOG.infof("Stopped waiting for a body that came too slowly");
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        HttpServerResponse response =
                request.response().setStatusCode(408).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        String problem = Problems.json(context, mapper, ProblemException.of(ProblemKind.TOO_SLOW, "body-too-slow"));
        if (isHttp2(request)) {
            response.end(problem).onComplete(sent -> response.reset());
        } else {
            response.putHeader(HttpHeaders.CONNECTION, "close")
                    .end(problem)
                    .onComplete(sent -> request.connection().close());
        }
    }
}
