package org.puente.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Who sends the API no body need not say of what type it is ({@code curl -X POST}). */
class EmptyBody {
    private static final String API = "/v1/";

    @ServerRequestFilter(preMatching = true)
    void isJson(ContainerRequestContext request) {
        if (request.getLength() <= 0
                && request.getHeaderString("Transfer-Encoding") == null
                && request.getUriInfo().getPath().startsWith(API)
                && saysNothing(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    /** Many clients call an empty body a form, unasked. */
    private static boolean saysNothing(String type) {
        return type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED);
    }
}
