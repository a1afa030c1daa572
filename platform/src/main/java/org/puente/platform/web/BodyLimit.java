package org.puente.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that is too large before it is read, with a problem that says the limit. */
class BodyLimit {
    @ConfigProperty(name = "puente.http.largest-body-bytes", defaultValue = "262144")
    int largest;

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        if (request.getLength() > largest) {
            throw new Refusal(413, "body-too-large", List.of(), largest / 1024);
        }
    }
}
