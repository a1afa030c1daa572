package org.puente.registry.editing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.registry.documents.Documents;
import org.puente.registry.forms.OfferForm;

/** An offer of an institution, for its own editors. */
@Tag(name = "Directory")
@Path("/v1/offers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("directory-editor")
class OfferResource {
    private final EntryEditing editing;
    private final Documents documents;
    private final Mandates mandates;
    private final Views views;
    private final Access access;

    OfferResource(EntryEditing editing, Documents documents, Mandates mandates, Views views, Access access) {
        this.editing = editing;
        this.documents = documents;
        this.mandates = mandates;
        this.views = views;
        this.access = access;
    }

    /**
     * The offer as it was last written, and its present state. A change must send the ETag in
     * If-Match.
     */
    @GET
    @Operation(operationId = "readOffer", summary = "Reads an offer as it was last written, and how it stands")
    @APIResponse(
            responseCode = "200",
            description = "The offer",
            content = @Content(schema = @Schema(implementation = Views.OfOffer.class)))
    public Uni<Response> read(OfferId id, @HeaderParam("Accept-Language") String languages) {
        return editing.read(access.caller(), "offer/" + id).map(kept -> views.answer(kept, null, languages));
    }

    /**
     * Creates an offer of the caller's institution, or replaces it (If-Match). The id begins with
     * the node's id. A change of the status pauses, resumes or withdraws the offer; {@code
     * withdrawOn} withdraws it on a later day.
     */
    @PUT
    @Operation(
            operationId = "writeOffer",
            summary = "Creates an offer of the caller's institution, or replaces it",
            description =
                    "To replace one, send its ETag in If-Match. To pause, resume or withdraw it, change its status.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = Views.OfOffer.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Views.OfOffer.class)))
    @APIResponse(responseCode = "422", description = "The institution is not published, or a rule is broken")
    public Uni<Response> write(
            OfferId id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Accept-Language") String languages,
            OfferForm form) {
        Caller caller = access.caller();
        return editing.write(
                        caller,
                        "offer",
                        id.value(),
                        ifMatch,
                        form,
                        session -> check(session, caller.institution(), form))
                .map(kept -> views.answer(kept, "/v1/offers/" + id, languages));
    }

    /** The institution must exist: readers of an offer look it up. */
    private Uni<Void> check(Mutiny.Session session, InstitutionId owner, OfferForm form) {
        return documents
                .find(session, "institution/" + owner)
                .invoke(institution -> {
                    if (institution == null) {
                        throw ProblemException.ruleBroken("institution-unpublished");
                    }
                })
                .chain(() -> mandates.of(session, owner))
                .invoke(has -> ProblemException.refuse(MandatePolicy.faults(form, has)))
                .replaceWithVoid();
    }
}
