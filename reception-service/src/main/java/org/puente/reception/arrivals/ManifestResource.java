package org.puente.reception.arrivals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.audit.Audit;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.registering.CodeAnswers;
import org.puente.reception.returns.registering.RegisteredReturn;

/** The people of an announced arrival, for who receives them alone. */
@Tag(name = "Arrivals")
@Path("/v1/arrivals/{arrivalId}/manifest")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class ManifestResource {
    private final Access access;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final ExpectedArrivals arrivals;
    private final ManifestEntries entries;
    private final ManifestRegistering registering;
    private final CodeAnswers answers;
    private final Audit audit;

    ManifestResource(
            Access access,
            Idempotency idempotency,
            UnitOfWork work,
            ExpectedArrivals arrivals,
            ManifestEntries entries,
            ManifestRegistering registering,
            CodeAnswers answers,
            Audit audit) {
        this.access = access;
        this.idempotency = idempotency;
        this.work = work;
        this.arrivals = arrivals;
        this.entries = entries;
        this.registering = registering;
        this.answers = answers;
        this.audit = audit;
    }

    /** Who comes, in the order of the entries. */
    @Schema(
            name = "Manifest",
            requiredProperties = {"items"})
    record Manifest(List<ManifestEntryView> items) {
        static Manifest of(ExpectedArrival arrival, List<ManifestEntries.Entry> all) {
            return new Manifest(all.stream()
                    .map(entry -> ManifestEntryView.of(arrival, entry))
                    .toList());
        }
    }

    @GET
    @Operation(
            operationId = "readManifest",
            summary = "Reads the manifest of an arrival: who comes, and who has come",
            description = "All of it that is here. Who is registered stands in the return alone. Each reading is"
                    + " written down.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Manifest.class)))
    @APIResponse(responseCode = "409", description = "Two nodes use this id; name one in `announcedBy`")
    public Uni<Manifest> read(
            UUID arrivalId,
            @Parameter(description = ArrivalQuery.ANNOUNCED_BY) @QueryParam("announcedBy") String announcedBy) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        NodeId from = ArrivalQuery.announcedBy(announcedBy);
        return work.run(session -> arrivals.read(session, new ArrivalId(arrivalId), from, own)
                .chain(arrival -> entries.of(session, arrival.key()).map(all -> Manifest.of(arrival, all)))
                .call(() -> audit.add(
                        session,
                        caller,
                        "manifest.read",
                        arrivalId.toString(),
                        ManifestEntryView.PERSONAL,
                        "own-arrival")));
    }

    @POST
    @Path("/{entry}/return")
    @Operation(
            operationId = "registerFromManifest",
            summary = "Registers the return of a person on the manifest",
            description = "As `POST /v1/returns`, with what the manifest has taken over. The entry is erased. Send the"
                    + " entry's version in If-Match: its announcer may have changed who it is since you read it.")
    @RequestBody(
            required = true,
            description = "What a registration needs beyond the manifest, such as the consent, and what is otherwise,"
                    + " as a JSON Merge Patch (RFC 7396) over it; null takes a value away. A device without network makes"
                    + " the `caseId`, as in `POST /v1/returns`.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "201",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisteredReturn.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Somebody is registered from this entry already, the arrival is cancelled, a return has or had"
                            + " the `caseId`, or, under the `Idempotency-Key` of a registration, its return was erased")
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> register(
            UUID arrivalId,
            int entry,
            byte[] body,
            @Parameter(description = ArrivalQuery.ANNOUNCED_BY) @QueryParam("announcedBy") String announcedBy,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        NodeId from = ArrivalQuery.announcedBy(announcedBy);
        ObjectNode patch;
        try {
            patch = patch(body);
        } catch (IOException e) {
            return Uni.createFrom().failure(e);
        }
        Locale locale = Texts.preferred(language);
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/arrivals/" + arrivalId + "/manifest/" + entry + "/return",
                        patch,
                        answers,
                        session -> arrivals.toRegister(session, new ArrivalId(arrivalId), from, own)
                                .chain(arrival -> registered(session, arrival, entry, ifMatch, patch, locale)))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> registered(
            Mutiny.Session session,
            ExpectedArrival arrival,
            int entry,
            String ifMatch,
            ObjectNode patch,
            Locale locale) {
        return registering
                .register(session, arrival, entry, ifMatch, patch, locale)
                .map(registered -> StoredResponse.created("/v1/returns/" + registered.caseId(), registered)
                        .version(1));
    }

    private static ObjectNode patch(byte[] body) throws IOException {
        JsonNode patch = Json.mapper().readTree(body == null ? new byte[0] : body);
        if (patch instanceof ObjectNode object) {
            return object;
        }
        throw ProblemException.invalid(FieldError.of("", "patch-not-object"));
    }
}
