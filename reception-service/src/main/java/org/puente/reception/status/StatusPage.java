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
import org.puente.platform.limits.ClientAddress;
import org.puente.platform.persistence.Faults;

/** The status as a page for a telephone, without script or cookie. */
@Path("/status")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class StatusPage {
    private final Inquiry inquiry;
    private final ClientAddress addresses;

    StatusPage(Inquiry inquiry, ClientAddress addresses) {
        this.inquiry = inquiry;
        this.addresses = addresses;
    }

    @CheckedTemplate(basePath = "status")
    static class Pages {
        static native TemplateInstance form(Words words, Filled filled);

        static native TemplateInstance answer(Words words, PersonStatus status, String ticket);
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
                .recoverWithUni(fault -> HtmlAnswer.unavailable(
                        words, fault, form(words, code, year, false, false, words.of("status-page-unavailable"))));
    }

    private static Integer number(String year) {
        return year != null && year.strip().matches("[0-9]{4}") ? Integer.valueOf(year.strip()) : null;
    }

    private static Uni<Response> page(Words words, String code, String year, Inquiry.Outcome outcome) {
        return switch (outcome) {
            case Inquiry.Outcome.Found found ->
                HtmlAnswer.of(Response.ok(), words, Pages.answer(words, found.status(), found.ticket()));
            case Inquiry.Outcome.Unknown unknown ->
                HtmlAnswer.of(
                        Response.status(404), words, form(words, code, year, false, false, words.of("status-unknown")));
            case Inquiry.Outcome.Mistyped mistyped ->
                HtmlAnswer.of(
                        Response.status(400),
                        words,
                        form(words, code, year, mistyped.code(), mistyped.year(), words.of("status-page-mistyped")));
            case Inquiry.Outcome.TooMany tooMany ->
                HtmlAnswer.tooMany(
                        words, tooMany.after(), form(words, code, year, false, false, words.tooMany(tooMany.after())));
        };
    }

    private static TemplateInstance form(
            Words words, String code, String year, boolean codeWrong, boolean yearWrong, String message) {
        return Pages.form(
                words, new Filled(code == null ? "" : code, year == null ? "" : year, codeWrong, yearWrong, message));
    }
}
