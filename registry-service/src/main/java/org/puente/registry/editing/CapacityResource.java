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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.CapacityUnit;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.OfferId;
import org.puente.platform.Node;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.StoredResponse;
import org.puente.registry.directory.Directory;
import org.puente.registry.documents.Document;
import org.puente.registry.forms.CapacityForm;
import org.puente.registry.forms.OfferForm;

/**
 * The places of an offer. Their number and unit are set here; the referral-service counts the free
 * places, which are only shown here.
 */
@Tag(name = "Directory")
@Path("/v1/offers/{id}/capacity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("directory-editor")
class CapacityResource {
    private final EntryEditing editing;
    private final Directory directory;
    private final UnitOfWork work;
    private final Access access;
    private final Node node;

    CapacityResource(EntryEditing editing, Directory directory, UnitOfWork work, Access access, Node node) {
        this.editing = editing;
        this.directory = directory;
        this.work = work;
        this.access = access;
        this.node = node;
    }

    /**
     * @param maximum null if the offer has no limit
     * @param unit null if the offer has no limit
     * @param available null until the referral-service has published it
     * @param waitlist people or households that wait; null as {@code available}
     * @param updatedAt when it was last published; null as {@code available}
     */
    @Schema(name = "OfferCapacity")
    record View(Integer maximum, CapacityUnit unit, Integer available, Integer waitlist, Instant updatedAt) {

        static View of(CapacityForm places, CapacityChanged last) {
            return new View(
                    places == null ? null : places.maximum(),
                    places == null ? null : places.unit(),
                    last == null ? null : last.available(),
                    last == null ? null : last.waitlist(),
                    last == null ? null : last.updatedAt());
        }
    }

    /** The places of an offer; the ETag is the offer's. */
    @GET
    @Operation(operationId = "readOfferCapacity", summary = "Reads the places of an offer; the ETag is the offer's")
    @APIResponse(
            responseCode = "200",
            description = "The places",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    public Uni<Response> read(OfferId id) {
        Caller caller = access.caller();
        return work.read(session -> editing.owned(session, caller, "offer/" + id)
                        .chain(offer -> directory
                                .find(session, node.id(), "capacity/" + id, CapacityChanged.class)
                                .map(last -> shown(offer, last))))
                .map(StoredResponse::response);
    }

    private static StoredResponse shown(Document offer, CapacityChanged last) {
        return StoredResponse.ok(View.of(offer.form(OfferForm.class).capacity(), last))
                .version(offer.revision());
    }

    /**
     * Corrects the number of places (If-Match: the offer's ETag); the audit records who did it, the
     * old number and the new one. The number may be less than the places that are taken: then no
     * place is free until enough are given back. Places that are taken without a referral are
     * corrected here too, since the free places are the maximum minus the referrals that hold a
     * place.
     */
    @PUT
    @Operation(
            operationId = "writeOfferCapacity",
            summary = "Corrects how many places an offer has",
            description = "Send the offer's ETag in If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "As it was written",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CapacityForm.class)))
    public Uni<Response> write(OfferId id, @HeaderParam("If-Match") String ifMatch, CapacityForm form) {
        return editing.changeCapacity(access.caller(), id, ifMatch, form)
                .map(kept -> StoredResponse.ok(form)
                        .version(kept.document().revision())
                        .response());
    }
}
