package org.puente.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Checks the media types of request and answer. */
class Representation {
    /**
     * An endpoint answers in a type that it declares and that the client accepts, else 406. A body
     * of a type that it doesn't take gets 415.
     */
    @ServerRequestFilter(priority = KnownParameters.AFTER_ACCESS)
    Response check(ContainerRequestContext request, SimpleResourceInfo resource) {
        Endpoint endpoint = Endpoint.of(resource);
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        String[] there = endpoint.produces().toArray(String[]::new);
        if (MediaRanges.best(accept, there).isEmpty()) {
            throw ProblemException.of(ProblemKind.NOT_ACCEPTABLE, "not-acceptable", String.join(", ", there));
        }
        if (hasBody(request) && !takes(endpoint, request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, "status-415");
        }
        boolean endless = endpoint.isStream() && request.getMethod().equals("HEAD");
        return endless ? Response.ok().type(MediaType.SERVER_SENT_EVENTS).build() : null;
    }

    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    }

    /**
     * The check is here, since the library would make an object of any text if its class has a
     * constructor for it.
     */
    private static boolean takes(Endpoint endpoint, String contentType) {
        String type = contentType == null ? null : contentType.split(";", 2)[0].strip();
        return type == null
                || endpoint.consumes().stream()
                        .anyMatch(taken -> taken.equals(MediaType.WILDCARD) || taken.equalsIgnoreCase(type));
    }
}
