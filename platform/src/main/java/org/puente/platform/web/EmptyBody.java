package org.puente.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Who sends no body need not say of what type it is ({@code curl -X POST}). */
class EmptyBody {
    @ServerRequestFilter(preMatching = true)
    void isJson(ContainerRequestContext request) {
        if (request.getLength() <= 0
                && request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null
                && request.getHeaderString("Transfer-Encoding") == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
