package org.puente.platform.web;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * Refuses a body that is too large. If the request states the length, it is refused before the body
 * is read, with a problem that names the limit. Else it is refused as soon as more has come (413,
 * and the connection ends).
 */
class BodyLimit {
    @ConfigProperty(name = "puente.http.largest-body-bytes", defaultValue = "262144")
    int largest;

    /** The pattern of the paths where a service takes files; without it there are none. */
    @ConfigProperty(name = "puente.http.files.path")
    Optional<Pattern> files;

    @ConfigProperty(name = "puente.http.files.largest-bytes", defaultValue = "262144")
    int largestFile;

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request, RoutingContext context) {
        int max = takesFile(request) ? largestFile : largest;
        if (request.getLength() > max) {
            throw ProblemException.of(ProblemKind.TOO_LARGE, "body-too-large", max / 1024);
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, (long) max);
    }

    private boolean takesFile(ContainerRequestContext request) {
        return files.isPresent()
                && files.get().matcher(request.getUriInfo().getPath()).matches();
    }
}
