package org.puente.reception.status;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer with a page for people, of those that need no login. */
public final class HtmlAnswer {
    /** Allows our own style sheet only, and a form that is sent to this server only. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private HtmlAnswer() {}

    /**
     * @param response with its status
     * @param words in whose language the page is
     */
    public static Uni<Response> of(Response.ResponseBuilder response, Words words, TemplateInstance page) {
        return page.createUni()
                .map(text -> response.entity(text)
                        .type("text/html;charset=UTF-8")
                        .language(words.language())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .header("Content-Security-Policy", POLICY)
                        .build());
    }
}
