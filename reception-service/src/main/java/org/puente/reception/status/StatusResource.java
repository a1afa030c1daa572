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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Shows a person the status of their case. The method is POST, so that no code stands in a URL or a
 * log.
 */
@Tag(name = "Status", description = "The status of a case, for the person; public")
@Path("/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class StatusResource {
    private final Inquiry inquiry;
    private final ClientAddress addresses;

    StatusResource(Inquiry inquiry, ClientAddress addresses) {
        this.inquiry = inquiry;
        this.addresses = addresses;
    }

    /**
     * @param code as the desk handed it out
     * @param birthYear four digits
     */
    @Schema(requiredProperties = {"code", "birthYear"})
    record Question(String code, Integer birthYear) {
        @Override
        public String toString() {
            return "Question[…]";
        }
    }

    @POST
    @Operation(
            operationId = "askStatus",
            summary = "Shows a person the status of their case, by code and year of birth",
            description = "Public. A wrong code and a wrong year get one and the same answer; after too"
                    + " many tries it is 429 with Retry-After.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonStatus.class)))
    @APIResponse(responseCode = "404", description = "No case has this code and year of birth")
    public Uni<Response> ask(
            Question question, @Context HttpServerRequest request, @HeaderParam("Accept-Language") String accepted) {
        Question asked = question == null ? new Question(null, null) : question;
        Locale language = Texts.preferred(accepted);
        return inquiry.ask(addresses.of(request), asked.code(), asked.birthYear(), language)
                .map(outcome -> response(outcome, language));
    }

    private static Response response(Inquiry.Outcome outcome, Locale language) {
        return switch (outcome) {
            case Inquiry.Outcome.Found found ->
                Response.ok(found.status()).language(language).build();
            case Inquiry.Outcome.Unknown unknown -> throw ProblemException.of(ProblemKind.NOT_FOUND, "status-unknown");
            case Inquiry.Outcome.Mistyped mistyped -> throw ProblemException.invalid(errors(mistyped));
            case Inquiry.Outcome.TooMany tooMany ->
                throw ProblemException.of(ProblemKind.TOO_MANY, "status-too-many", Words.minutes(tooMany.after()))
                        .retryAfter(seconds(tooMany.after()));
        };
    }

    private static List<FieldError> errors(Inquiry.Outcome.Mistyped mistyped) {
        List<FieldError> errors = new ArrayList<>();
        if (mistyped.code()) {
            errors.add(FieldError.of("/code", "status-code-mistyped"));
        }
        if (mistyped.year()) {
            errors.add(FieldError.of("/birthYear", "status-year-mistyped"));
        }
        return errors;
    }

    /** Whole seconds, at least one (RFC 9110, 10.2.3). */
    static long seconds(Duration wait) {
        return wait.toSeconds() + 1;
    }
}
