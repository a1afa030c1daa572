package org.puente.platform.web;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Refuses a body that is too large. If the request states the length, it is refused before the body
 * is read, with a problem that names the limit. Else it is refused as soon as more has come (413,
 * and the connection ends).
 */
class BodyLimit {
    @Inject
    BodySizes sizes;

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request, RoutingContext context) {
        int max = sizes.most(request.getUriInfo().getPath());
        if (request.getLength() > max) {
            throw ProblemException.of(ProblemKind.TOO_LARGE, "body-too-large", max / 1024);
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, (long) max);
    }
}
