package org.puente.reception.returns.amending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.audit.Audit;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.ETags;
import org.puente.platform.web.Query;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Households;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnView;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.UnaccompaniedOrSeparated;
import org.puente.reception.returns.households.ResponsibleAdults;
import org.puente.reception.returns.protection.Duties;
import org.puente.reception.returns.retention.ReturnErasing;

/** One return, for the institution that received the person; each reading is recorded in the audit. */
@Tag(name = "Returns")
@Path("/v1/returns/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class ReturnResource {
    private static final String OWN_CASE = "own-case";

    private final Access access;
    private final UnitOfWork work;
    private final Returns returns;
    private final Households households;
    private final ReturnAmending amend;
    private final ResponsibleAdults adults;
    private final ReturnErasing erasing;
    private final Audit audit;

    ReturnResource(
            Access access,
            UnitOfWork work,
            Returns returns,
            Households households,
            ReturnAmending amend,
            ResponsibleAdults adults,
            ReturnErasing erasing,
            Audit audit) {
        this.access = access;
        this.work = work;
        this.returns = returns;
        this.households = households;
        this.amend = amend;
        this.adults = adults;
        this.erasing = erasing;
        this.audit = audit;
    }

    @GET
    @Operation(operationId = "readReturn", summary = "Reads a return, with the person's data")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnView.class)))
    public Uni<Response> read(UUID caseId, @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        return work.run(session -> returns.of(session, caseId, caller.institution())
                        .chain(returnCase -> shown(session, caller, returnCase, Texts.preferred(language))))
                .map(ReturnResource::response);
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @Operation(operationId = "amendReturn", summary = "Amends a return by JSON Merge Patch (RFC 7396)")
    @RequestBody(
            required = true,
            description = "What changes, under the names that a registration has; null takes a value" + " away.",
            content = @Content(mediaType = "application/merge-patch+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "422", description = "A rule is broken")
    public Uni<Response> amend(
            UUID caseId,
            byte[] body,
            @Parameter(description = "The request for rectification because of which it is amended")
                    @QueryParam("dataRequest")
                    String dataRequest,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        UUID request = Query.id("dataRequest", dataRequest);
        return work.run(session -> returns.toChange(session, caseId, caller.institution())
                        .invoke(returnCase -> ETags.mustMatch(ifMatch, returnCase.version()))
                        .chain(returnCase -> amended(session, caller, returnCase, body, request, language)))
                .map(ReturnResource::response);
    }

    @DELETE
    @Operation(
            operationId = "eraseReturn",
            summary = "Erases a return, for good",
            description = "For a person who asks for it; withdraw every consent first that has not ended, so"
                    + " that those who received something erase it too. Send the return's ETag in"
                    + " If-Match. The facts, which name nobody, stay.")
    @APIResponse(responseCode = "204", description = "The person is erased")
    @APIResponse(responseCode = "409", description = "A consent still stands")
    public Uni<Response> erase(UUID caseId, @HeaderParam("If-Match") String ifMatch) {
        Caller caller = access.caller();
        return work.run(session -> adults.lockChildrenOf(session, List.of(caseId))
                        .chain(children -> returns.toChange(session, caseId, caller.institution()))
                        .invoke(returnCase -> ETags.mustMatch(ifMatch, returnCase.version()))
                        .chain(returnCase -> erased(session, caller, returnCase)))
                .map(nothing -> Response.noContent().build());
    }

    private Uni<Void> erased(Mutiny.Session session, Caller caller, ReturnCase returnCase) {
        return returns.consents(session, returnCase.id().value())
                .invoke(consents -> {
                    if (!consents.stream().allMatch(Consent::ended)) {
                        throw ProblemException.conflict("consent-stands");
                    }
                })
                .chain(() -> erasing.erase(session, List.of(returnCase), ErasureReason.OTHER))
                .chain(() -> audit.add(
                        session,
                        caller,
                        "return.erased",
                        returnCase.id().value().toString(),
                        ReturnView.PERSONAL,
                        OWN_CASE));
    }

    private Uni<ReturnView> shown(Mutiny.Session session, Caller caller, ReturnCase returnCase, Locale locale) {
        return returns.consents(session, returnCase.id().value())
                .chain(consents -> households
                        .others(session, returnCase)
                        .map(members -> ReturnView.of(
                                returnCase,
                                consents,
                                members,
                                null,
                                Duties.of(returnCase.registration(), returnCase.registeredAt(), locale))))
                .call(() -> audit.add(
                        session,
                        caller,
                        "return.read",
                        returnCase.id().value().toString(),
                        ReturnView.PERSONAL,
                        OWN_CASE));
    }

    private Uni<ReturnView> amended(
            Mutiny.Session session, Caller caller, ReturnCase returnCase, byte[] body, UUID request, String language) {
        ObjectNode patch;
        try {
            patch = patch(body);
        } catch (IOException e) {
            return Uni.createFrom().failure(e);
        }
        List<String> fields = new ArrayList<>();
        patch.fieldNames().forEachRemaining(fields::add);
        Registration before = returnCase.registration();
        return amend.apply(session, returnCase, patch, request, Texts.preferred(language))
                .call(() -> audited(session, caller, returnCase, "return.amended", fields))
                .call(() -> UnaccompaniedOrSeparated.isReduced(before, returnCase.registration())
                        ? audited(session, caller, returnCase, "return.protection-ended", fields)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> audited(
            Mutiny.Session session, Caller caller, ReturnCase returnCase, String action, List<String> fields) {
        return audit.add(session, caller, action, returnCase.id().value().toString(), fields, OWN_CASE);
    }

    private static ObjectNode patch(byte[] body) throws IOException {
        JsonNode patch = Json.mapper().readTree(body);
        if (patch instanceof ObjectNode object) {
            return object;
        }
        throw ProblemException.invalid(FieldError.of("", "patch-not-object"));
    }

    private static Response response(ReturnView view) {
        return StoredResponse.ok(view).version(view.version()).response();
    }
}
