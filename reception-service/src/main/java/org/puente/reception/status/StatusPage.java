package org.puente.reception.status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.puente.platform.limits.ClientAddress;
import org.puente.platform.persistence.Faults;
import org.puente.platform.web.Texts;

/** The status as a page for a telephone, without script or cookie. */
@Path("/status")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class StatusPage {
    private static final Logger LOG = Logger.getLogger(StatusPage.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Inquiry inquiry;
    private final ClientAddress addresses;

    StatusPage(Inquiry inquiry, ClientAddress addresses) {
        this.inquiry = inquiry;
        this.addresses = addresses;
    }

    @CheckedTemplate(basePath = "status")
    static class Pages {
        static native TemplateInstance form(Words words, Filled filled);

        static native TemplateInstance answer(Words words, PersonStatus status);
    }

    /**
     * The form as it was sent; only the sender gets it back, to correct it.
     *
     * @param message what went wrong; null if nothing did
     */
    public record Filled(String code, String year, boolean codeWrong, boolean yearWrong, String message) {
        private static final Filled EMPTY = new Filled("", "", false, false, null);

        @Override
        public String toString() {
            return "Filled[…]";
        }
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> form(
            @QueryParam("lang") String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        Words words = Words.of(lang, accepted);
        return HtmlAnswer.of(Response.ok(), words, Pages.form(words, Filled.EMPTY));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> ask(
            @FormParam("code") String code,
            @FormParam("birthYear") String year,
            @FormParam("lang") String lang,
            @Context HttpServerRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        Words words = Words.of(lang, accepted);
        return inquiry.ask(addresses.of(request), code, number(year), words.language())
                .chain(outcome -> page(words, code, year, outcome))
                .onFailure(Faults::isTransient)
                .recoverWithUni(fault -> unavailable(words, code, year, fault));
    }

    /** The database is away. A telephone would show a problem as it stands, or save it as a file. */
    private static Uni<Response> unavailable(Words words, String code, String year, Throwable fault) {
        LOG.warnf("Answered 503: %s", Faults.causes(fault));
        return HtmlAnswer.of(
                Response.status(503).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
                words,
                form(words, code, year, false, false, words.of("status-page-unavailable")));
    }

    private static Integer number(String year) {
        return year != null && year.strip().matches("[0-9]{4}") ? Integer.valueOf(year.strip()) : null;
    }

    private static Uni<Response> page(Words words, String code, String year, Inquiry.Outcome outcome) {
        return switch (outcome) {
            case Inquiry.Outcome.Found found ->
                HtmlAnswer.of(Response.ok(), words, Pages.answer(words, found.status()));
            case Inquiry.Outcome.Unknown unknown ->
                HtmlAnswer.of(
                        Response.status(404), words, form(words, code, year, false, false, words.of("status-unknown")));
            case Inquiry.Outcome.Mistyped mistyped ->
                HtmlAnswer.of(
                        Response.status(400),
                        words,
                        form(words, code, year, mistyped.code(), mistyped.year(), words.of("status-page-mistyped")));
            case Inquiry.Outcome.TooMany tooMany ->
                HtmlAnswer.of(
                        Response.status(429).header(HttpHeaders.RETRY_AFTER, StatusResource.seconds(tooMany.after())),
                        words,
                        form(
                                words,
                                code,
                                year,
                                false,
                                false,
                                Texts.of(
                                        words.language(), "status-too-many", StatusResource.minutes(tooMany.after()))));
        };
    }

    private static TemplateInstance form(
            Words words, String code, String year, boolean codeWrong, boolean yearWrong, String message) {
        return Pages.form(
                words, new Filled(code == null ? "" : code, year == null ? "" : year, codeWrong, yearWrong, message));
    }
}
