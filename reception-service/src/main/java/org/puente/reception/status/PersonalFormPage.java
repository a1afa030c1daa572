package org.puente.reception.status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.puente.contracts.Code;
import org.puente.contracts.ReferralId;
import org.puente.platform.limits.ClientAddress;
import org.puente.platform.persistence.Faults;
import org.puente.platform.problems.ProblemException;
import org.puente.reception.rights.DataRequestKind;

/** The forms on the page of a case: a request about the person's data, and a complaint. */
@Path("/status")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PersonalFormPage {
    private static final String COMPLAINT = "complaint";

    private final PersonalForms forms;
    private final ClientAddress addresses;

    PersonalFormPage(PersonalForms forms, ClientAddress addresses) {
        this.forms = forms;
        this.addresses = addresses;
    }

    @CheckedTemplate(basePath = "status")
    static class Pages {
        static native TemplateInstance sent(Words words, String message, boolean taken, String receipt);
    }

    /**
     * The page from which a form comes.
     *
     * @param ticket of the case that the page showed
     * @param lang in which it is read; null if the browser decides
     */
    public record Origin(
            @FormParam("ticket") String ticket,
            @FormParam("lang") String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        Words words() {
            return Words.of(lang, accepted);
        }

        @Override
        public String toString() {
            return "Origin[…]";
        }
    }

    @POST
    @Path("/data-requests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> request(
            @BeanParam Origin from,
            @FormParam("kind") String kind,
            @FormParam("details") String details,
            @Context HttpServerRequest request) {
        return answered(
                from.words(),
                "data-request",
                () -> forms.dataRequest(addresses.of(request), from.ticket(), kind(kind), SentText.of(details)));
    }

    @POST
    @Path("/complaints")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> complain(
            @BeanParam Origin from,
            @FormParam("about") String about,
            @FormParam("text") String text,
            @Context HttpServerRequest request) {
        return answered(
                from.words(),
                COMPLAINT,
                () -> forms.complaint(addresses.of(request), from.ticket(), referral(about), SentText.of(text)));
    }

    private static DataRequestKind kind(String code) {
        try {
            return code == null ? null : Code.of(DataRequestKind.class, code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null for the desk; an id that is none is of no referral of the case. */
    private static ReferralId referral(String about) {
        try {
            return about == null || about.equals("desk") ? null : new ReferralId(UUID.fromString(about));
        } catch (IllegalArgumentException e) {
            return new ReferralId(new UUID(0, 0));
        }
    }

    private static Uni<Response> answered(
            Words words, String what, Supplier<Uni<? extends PersonalForms.Result>> taking) {
        return Uni.createFrom()
                .deferred(taking)
                .chain(done -> page(words, done, what))
                .onFailure(Faults::isTransient)
                .recoverWithUni(fault -> unavailable(words, fault))
                .onFailure(ProblemException.class)
                .recoverWithUni(problem -> refused(words, (ProblemException) problem));
    }

    private static Uni<Response> page(Words words, PersonalForms.Result result, String what) {
        return switch (result) {
            case PersonalForms.Result.Taken taken ->
                HtmlAnswer.of(
                        Response.ok(),
                        words,
                        Pages.sent(words, words.of("status-" + what + "-sent"), true, receipt(taken)));
            case PersonalForms.Result.Repeated repeated -> of(words, Response.ok(), "status-data-request-enough", true);
            case PersonalForms.Result.Enough enough -> of(words, Response.status(429), "status-form-enough", false);
            case PersonalForms.Result.EnoughFromHere enough ->
                of(words, Response.status(429), "status-form-enough-here", false);
            case PersonalForms.Result.Incomplete incomplete ->
                of(words, Response.status(400), "status-form-incomplete", false);
            case PersonalForms.Result.NotKnown notKnown -> of(words, Response.status(403), "status-form-over", false);
            case PersonalForms.Result.TooMany tooMany ->
                HtmlAnswer.tooMany(
                        words, tooMany.after(), Pages.sent(words, words.tooMany(tooMany.after()), false, null));
        };
    }

    private static String receipt(PersonalForms.Result.Taken taken) {
        return taken.receipt() == null ? null : taken.receipt().text();
    }

    private static Uni<Response> of(Words words, Response.ResponseBuilder response, String code, boolean taken) {
        return HtmlAnswer.of(response, words, Pages.sent(words, words.of(code), taken, null));
    }

    /** The service is not the person's to wait for: after a restore it takes nothing in for a while. */
    private static Uni<Response> refused(Words words, ProblemException problem) {
        return problem.retryAfterSeconds().isPresent()
                ? unavailable(words, problem)
                : of(words, Response.status(400), "status-form-incomplete", false);
    }

    private static Uni<Response> unavailable(Words words, Throwable fault) {
        return HtmlAnswer.unavailable(
                words, fault, Pages.sent(words, words.of("status-form-unavailable"), false, null));
    }
}
