package org.puente.reception.status;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.platform.limits.ClientAddress;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Texts;

/**
 * Shows what becomes of a complaint. The method is POST, so that no code stands in a URL or a log.
 */
@Tag(name = "Status")
@Path("/v1/complaint-status")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ComplaintStatusResource {
    private final ComplaintInquiry inquiry;
    private final ClientAddress addresses;

    ComplaintStatusResource(ComplaintInquiry inquiry, ClientAddress addresses) {
        this.inquiry = inquiry;
        this.addresses = addresses;
    }

    /**
     * @param code the receipt code, as it was shown when the complaint was sent
     */
    @Schema(
            name = "ComplaintQuestion",
            requiredProperties = {"code"})
    record Question(String code) {
        @Override
        public String toString() {
            return "Question[…]";
        }
    }

    @POST
    @Operation(
            operationId = "askComplaintStatus",
            summary = "Shows a person what becomes of their complaint, by its receipt code",
            description = "Public. It works also once the return is erased. After too many tries it is 429 with"
                    + " Retry-After.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComplaintState.class)))
    @APIResponse(responseCode = "404", description = "No complaint has this code")
    public Uni<Response> ask(
            Question question, @Context HttpServerRequest request, @HeaderParam("Accept-Language") String accepted) {
        Locale language = Texts.preferred(accepted);
        return inquiry.ask(addresses.of(request), question == null ? null : question.code(), language)
                .map(outcome -> response(outcome, language));
    }

    private static Response response(ComplaintInquiry.Outcome outcome, Locale language) {
        return switch (outcome) {
            case ComplaintInquiry.Outcome.Found found ->
                Response.ok(found.state()).language(language).build();
            case ComplaintInquiry.Outcome.Unknown unknown ->
                throw ProblemException.of(ProblemKind.NOT_FOUND, "complaint-unknown");
            case ComplaintInquiry.Outcome.Mistyped mistyped ->
                throw ProblemException.invalid(FieldError.of("/code", "status-code-mistyped"));
            case ComplaintInquiry.Outcome.TooMany tooMany ->
                throw ProblemException.of(ProblemKind.TOO_MANY, "status-too-many", Words.minutes(tooMany.after()))
                        .retryAfter(StatusResource.seconds(tooMany.after()));
        };
    }
}
