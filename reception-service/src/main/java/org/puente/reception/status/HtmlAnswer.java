package org.puente.reception.status;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;

/** The answer with a page for people, of those that need no login. */
public final class HtmlAnswer {
    /** Allows our own style sheet only, and a form that is sent to this server only. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Logger LOG = Logger.getLogger(HtmlAnswer.class);
    private static final int RETRY_AFTER_SECONDS = 5;

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

    /** 503, for the database is away. A telephone would show a problem as it stands, or save it as a file. */
    public static Uni<Response> unavailable(Words words, Throwable fault, TemplateInstance page) {
        LOG.warnf("Answered 503: %s", Faults.causes(fault));
        return of(Response.status(503).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS), words, page);
    }

    /**
     * 429.
     *
     * @param after what time the same request may succeed
     */
    public static Uni<Response> tooMany(Words words, Duration after, TemplateInstance page) {
        return of(Response.status(429).header(HttpHeaders.RETRY_AFTER, StatusResource.seconds(after)), words, page);
    }
}
