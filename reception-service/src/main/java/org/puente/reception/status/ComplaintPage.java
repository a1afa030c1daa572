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

/** What becomes of a complaint, as a page for a telephone, without script or cookie. */
@Path("/complaint")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ComplaintPage {
    private final ComplaintInquiry inquiry;
    private final ClientAddress addresses;

    ComplaintPage(ComplaintInquiry inquiry, ClientAddress addresses) {
        this.inquiry = inquiry;
        this.addresses = addresses;
    }

    @CheckedTemplate(basePath = "status")
    static class Pages {
        static native TemplateInstance complaint(Words words, String code, String message, ComplaintState state);
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> form(
            @QueryParam("lang") String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        Words words = Words.of(lang, accepted);
        return HtmlAnswer.of(Response.ok(), words, form(words, "", null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> ask(
            @FormParam("code") String code,
            @FormParam("lang") String lang,
            @Context HttpServerRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        Words words = Words.of(lang, accepted);
        return inquiry.ask(addresses.of(request), code, words.language())
                .chain(outcome -> page(words, code, outcome))
                .onFailure(Faults::isTransient)
                .recoverWithUni(fault ->
                        HtmlAnswer.unavailable(words, fault, form(words, code, words.of("status-page-unavailable"))));
    }

    private static Uni<Response> page(Words words, String code, ComplaintInquiry.Outcome outcome) {
        return switch (outcome) {
            case ComplaintInquiry.Outcome.Found found ->
                HtmlAnswer.of(Response.ok(), words, Pages.complaint(words, "", null, found.state()));
            case ComplaintInquiry.Outcome.Unknown unknown ->
                HtmlAnswer.of(Response.status(404), words, form(words, code, words.of("complaint-unknown")));
            case ComplaintInquiry.Outcome.Mistyped mistyped ->
                HtmlAnswer.of(Response.status(400), words, form(words, code, words.of("status-code-mistyped")));
            case ComplaintInquiry.Outcome.TooMany tooMany ->
                HtmlAnswer.tooMany(words, tooMany.after(), form(words, code, words.tooMany(tooMany.after())));
        };
    }

    /** Only the sender gets the typed code back, to correct it. */
    private static TemplateInstance form(Words words, String code, String message) {
        return Pages.complaint(words, code == null ? "" : code, message, null);
    }
}
