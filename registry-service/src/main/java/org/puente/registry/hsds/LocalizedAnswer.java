package org.puente.registry.hsds;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.puente.registry.wording.Wording;

/**
 * An answer that names its language, so that caches distinguish the two languages. Caches must
 * validate a stored answer before they use it.
 */
final class LocalizedAnswer {
    private LocalizedAnswer() {}

    static <T> RestResponse<T> in(Wording wording, T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    static Response.ResponseBuilder in(Wording wording) {
        return Response.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
