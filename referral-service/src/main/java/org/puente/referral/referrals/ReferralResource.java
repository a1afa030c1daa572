package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.referral.boxes.BoxQuery;
import org.puente.referral.boxes.ReferralReader;

/** Referrals over REST: found, read, answered. */
@Tag(name = "Referrals", description = "Referrals: issued, found, answered")
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class ReferralResource {
    private final UnitOfWork work;
    private final Idempotency idempotency;
    private final Access access;
    private final BoxPages boxes;
    private final ReferralReader reader;
    private final ReferralCommands commands;
    private final RequestWaits waits;
    private final Clock clock;

    ReferralResource(
            UnitOfWork work,
            Idempotency idempotency,
            Access access,
            BoxPages boxes,
            ReferralReader reader,
            ReferralCommands commands,
            RequestWaits waits,
            Clock clock) {
        this.work = work;
        this.idempotency = idempotency;
        this.access = access;
        this.boxes = boxes;
        this.reader = reader;
        this.commands = commands;
        this.waits = waits;
        this.clock = clock;
    }

    /** The box of the caller's institution; with {@code modifiedAfter}, only what changed since. */
    @GET
    @Operation(operationId = "listReferrals", summary = "Lists the box of the caller's institution")
    public Uni<RestResponse<Paging.Page<ReferralView>>> list(
            @Parameter(
                            description = "`incoming` (the default) or `outgoing`, where is also what"
                                    + " others of the node referred of the institution's cases")
                    @QueryParam("box")
                    @DefaultValue("incoming")
                    String box,
            @Parameter(
                            description = "Only referrals in one of these statuses; may stand several"
                                    + " times, or hold several with commas between")
                    @QueryParam("status")
                    List<String> status,
            @QueryParam("modifiedAfter") String modifiedAfter,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Caller caller = access.caller();
        Paging paging = Paging.of(limit, cursor, uri);
        BoxQuery query = BoxQuery.of(box, status, modifiedAfter);
        InstitutionId own = caller.mustHaveInstitution();
        Instant now = clock.instant();
        return work.read(session -> boxes.page(session, own, query, paging))
                .map(rows -> paging.page(
                        uri,
                        rows,
                        row -> ReferralView.of(row, query.side(row, caller), now),
                        Referral::modifiedAt,
                        row -> row.localId().value()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readReferral", summary = "Reads a referral with its facts and open steps")
    @APIResponse(
            responseCode = "200",
            description = "The referral",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferralView.class)))
    public Uni<Response> read(
            UUID id,
            @HeaderParam("Accept-Language") String acceptLanguage,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        Locale locale = Texts.preferred(acceptLanguage);
        return waits.of(caller, prefer)
                .until(
                        id,
                        Early.unknown(id),
                        () -> work.read(session -> reader.of(session, caller, new ReferralId(id), locale)))
                .map(StoredResponse::response);
    }

    /** Adds a fact to a referral: an answer, an appointment, a delivery, a cancellation. */
    @POST
    @Path("/{id}/facts")
    @Operation(
            operationId = "addFact",
            summary = "Adds a fact to a referral: an answer, an appointment, a delivery, a cancellation")
    @APIResponse(
            responseCode = "200",
            description = "The referral as it now stands",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(responseCode = "409", description = "This step is not open; `openSteps` says which are")
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> addFact(
            UUID id,
            @NotNull @Valid AddFactRequest body,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        return waits.of(caller, prefer)
                .until(id, Early.unknown(id), () -> addOnce(caller, new ReferralId(id), body, key))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> addOnce(Caller caller, ReferralId id, AddFactRequest body, String key) {
        return idempotency.once(
                caller,
                key,
                "POST /v1/referrals/" + id + "/facts",
                body,
                session -> commands.add(session, caller, id, body).map(referral -> answer(referral, caller)));
    }

    private StoredResponse answer(Referral referral, Caller caller) {
        return StoredResponse.ok(ReferralView.of(referral, Participants.view(caller, referral), clock.instant()))
                .version(referral.version());
    }
}
