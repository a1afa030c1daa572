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
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Node;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.registry.directory.Directory;
import org.puente.registry.forms.InstitutionForm;

/** The entry of an institution, for its own editors. */
@Tag(name = "Directory")
@Path("/v1/institutions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("directory-editor")
class InstitutionResource {
    private final EntryEditing editing;
    private final Directory directory;
    private final Mandates mandates;
    private final Views views;
    private final Access access;
    private final Node node;

    InstitutionResource(
            EntryEditing editing, Directory directory, Mandates mandates, Views views, Access access, Node node) {
        this.editing = editing;
        this.directory = directory;
        this.mandates = mandates;
        this.views = views;
        this.access = access;
        this.node = node;
    }

    /**
     * The entry as it was last written, and its present state. A change must send the ETag in
     * If-Match.
     */
    @GET
    @Operation(
            operationId = "readInstitution",
            summary = "Reads an institution as it was last written, and how it stands")
    @APIResponse(
            responseCode = "200",
            description = "The institution",
            content = @Content(schema = @Schema(implementation = Views.OfInstitution.class)))
    public Uni<Response> read(InstitutionId id, @HeaderParam("Accept-Language") String languages) {
        return editing.read(access.caller(), "institution/" + id).map(kept -> views.answer(kept, null, languages));
    }

    /**
     * Creates the entry of the caller's institution, or replaces it (If-Match). While the
     * institution is paused or withdrawn, its offers are so too.
     */
    @PUT
    @Operation(
            operationId = "writeInstitution",
            summary = "Creates the entry of the caller's institution, or replaces it",
            description =
                    "To replace it, send its ETag in If-Match. While it is paused or withdrawn, so are its offers.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = Views.OfInstitution.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Views.OfInstitution.class)))
    public Uni<Response> write(
            InstitutionId id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Accept-Language") String languages,
            InstitutionForm form) {
        Caller caller = access.caller();
        caller.mustBe(id);
        return editing.write(caller, "institution", id.value(), ifMatch, form, session -> check(session, id, form))
                .map(kept -> views.answer(kept, "/v1/institutions/" + id, languages));
    }

    private Uni<Void> check(Mutiny.Session session, InstitutionId id, InstitutionForm form) {
        return refuse(mandates.of(session, id), has -> MandatePolicy.faults(form, has))
                .chain(() -> refuse(
                        directory.of(session, node.id(), "institution", InstitutionPublished.class),
                        published -> ReceptionPointPolicy.taken(form, id, published)))
                .chain(() -> refuse(
                        directory.nodes(session), nodes -> ReceptionPointPolicy.foreign(form, node.id(), nodes)));
    }

    private static <T> Uni<Void> refuse(Uni<T> known, Function<T, List<FieldError>> faults) {
        return known.invoke(found -> ProblemException.refuse(faults.apply(found)))
                .replaceWithVoid();
    }
}
