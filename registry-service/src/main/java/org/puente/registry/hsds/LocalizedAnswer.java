package org.puente.registry.hsds;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.puente.registry.wording.Wording;

/**
 * An answer that says which language it is in, so that caches keep the two apart, and ask whether
 * what they keep still stands.
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
