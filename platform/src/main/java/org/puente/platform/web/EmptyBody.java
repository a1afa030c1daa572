package org.puente.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A request to the API without a body need not name a media type ({@code curl -X POST}). */
class EmptyBody {
    private static final String API = "/v1/";

    @ServerRequestFilter(preMatching = true)
    void isJson(ContainerRequestContext request) {
        if (request.getLength() <= 0
                && request.getHeaderString("Transfer-Encoding") == null
                && request.getUriInfo().getPath().startsWith(API)
                && isEmptyType(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    /** Many clients by default call an empty body a form. */
    private static boolean isEmptyType(String type) {
        return type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED);
    }
}
