package org.puente.reception.certificates;

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
import org.puente.reception.status.HtmlAnswer;
import org.puente.reception.status.Words;

/**
 * The check as a page for a counter, without script or cookie. What is typed is the code, or what a
 * hand scanner reads from the QR code; it is sent by POST, so that it stands in no address.
 */
@Path("/certificate")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class CheckPage {
    private final CertificateChecking checking;
    private final ClientAddress addresses;

    CheckPage(CertificateChecking checking, ClientAddress addresses) {
        this.checking = checking;
        this.addresses = addresses;
    }

    @CheckedTemplate(basePath = "certificates")
    static class Pages {
        static native TemplateInstance form(Words words, Filled filled);

        static native TemplateInstance answer(Words words, CertificateText certificate);
    }

    /**
     * The form as it was sent.
     *
     * @param message what went wrong; null if nothing did
     */
    public record Filled(String shown, String message) {
        private static final Filled EMPTY = new Filled("", null);

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
    public Uni<Response> check(
            @FormParam("shown") String shown,
            @FormParam("lang") String lang,
            @Context HttpServerRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        Words words = Words.of(lang, accepted);
        return checking.check(addresses.of(request), shown)
                .chain(outcome -> page(words, shown, outcome))
                .onFailure(Faults::isTransient)
                .recoverWithUni(fault ->
                        HtmlAnswer.unavailable(words, fault, form(words, shown, "certificate-page-unavailable")));
    }

    private static Uni<Response> page(Words words, String shown, CertificateChecking.Outcome outcome) {
        return switch (outcome) {
            case CertificateChecking.Outcome.Found found ->
                HtmlAnswer.of(
                        Response.ok(), words, Pages.answer(words, CertificateText.of(found.certificate(), words)));
            case CertificateChecking.Outcome.Unknown unknown ->
                HtmlAnswer.of(Response.status(404), words, form(words, shown, "certificate-unknown"));
            case CertificateChecking.Outcome.TooMany tooMany ->
                HtmlAnswer.tooMany(words, tooMany.after(), form(words, shown, "certificate-too-many"));
        };
    }

    private static TemplateInstance form(Words words, String shown, String message) {
        return Pages.form(words, new Filled(shown == null ? "" : shown, words.of(message)));
    }
}
