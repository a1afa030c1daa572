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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Need;
import org.puente.contracts.OfferId;
import org.puente.contracts.Party;
import org.puente.contracts.Priority;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Side;
import org.puente.platform.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.referral.box.Owner;
import org.puente.referral.cases.CaseFile;

/** Referrals over REST: issue, find, read, answer. */
@Tag(name = "Referrals", description = "Referrals: issued, found, answered")
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class ReferralResource {
    private final UnitOfWork work;
    private final Idempotency idempotency;
    private final Access access;
    private final CaseAccess cases;
    private final BoxPages boxes;
    private final ReferralReader reading;
    private final Matches matches;
    private final ReferralIssuing issuing;
    private final Redirects redirects;
    private final ReferralCommands answering;
    private final Clock clock;

    ReferralResource(
            UnitOfWork work,
            Idempotency idempotency,
            Access access,
            CaseAccess cases,
            BoxPages boxes,
            ReferralReader reading,
            Matches matches,
            ReferralIssuing issuing,
            Redirects redirects,
            ReferralCommands answering,
            Clock clock) {
        this.work = work;
        this.idempotency = idempotency;
        this.access = access;
        this.cases = cases;
        this.boxes = boxes;
        this.reading = reading;
        this.matches = matches;
        this.issuing = issuing;
        this.redirects = redirects;
        this.answering = answering;
        this.clock = clock;
    }

    /**
     * A referral to be issued; the urgency of the need is the priority's default.
     *
     * @param partOf the referral whose redirect to this offer is followed, by the case's owner or
     *     the issuer; null for none
     */
    @Schema(name = "ReferralOrder")
    record Issue(
            @NotNull CaseId caseId,
            @NotNull OfferId offerId,
            @NotNull Need need,
            Priority priority,
            @NotNull ConsentId consentId,
            ReferralId partOf) {
        Priority effectivePriority() {
            return priority == null ? need.urgency() : priority;
        }
    }

    @POST
    @Operation(
            operationId = "issueReferral",
            summary = "Refers a person to an offer",
            description = "Who was referred the case passes on at most what it was sent; the institution"
                    + " that received the person decides of the rest. With `partOf` a redirect"
                    + " is followed that waits for its yes.")
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferralView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The case's dossier is not there yet, the person is referred there already, the"
                    + " redirect was followed already, or the recipient has no key")
    @APIResponse(
            responseCode = "422",
            description = "The referral is not possible; `errors` says what is missing. Or the"
                    + " `Idempotency-Key` was sent with another body")
    public Uni<Response> issue(@NotNull @Valid Issue body, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/referrals",
                        body,
                        session -> issue(session, caller, body).map(this::created))
                .map(StoredResponse::response);
    }

    private Uni<Referral> issue(Mutiny.Session session, Caller caller, Issue body) {
        return redirects
                .hold(session, caller, body)
                .chain(redirected -> cases.hold(session, caller, body.caseId())
                        .chain(file -> issue(session, caller, body, file))
                        .invoke(() -> {
                            if (redirected != null) {
                                redirected.await(null, clock.instant());
                            }
                        }));
    }

    private Uni<Referral> issue(Mutiny.Session session, Caller caller, Issue body, CaseFile file) {
        return issuing.issue(
                session,
                new IssueCommand(
                        file,
                        body.offerId(),
                        body.need(),
                        body.effectivePriority(),
                        body.consentId(),
                        party(caller),
                        body.partOf(),
                        matches.seesRestricted(caller)));
    }

    private StoredResponse created(Referral referral) {
        return StoredResponse.created(
                        "/v1/referrals/" + referral.localId(), ReferralView.of(referral, Side.ISSUER, clock.instant()))
                .version(referral.version);
    }

    private static Party party(Caller caller) {
        return new Party(caller.node(), caller.institution());
    }

    /** The caller's institution's box; with {@code modifiedAfter}, only what changed since. */
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
        InstitutionId own = Owner.of(caller);
        Instant now = clock.instant();
        return work.read(session -> boxes.page(session, own, query, paging))
                .map(rows -> paging.page(
                        uri,
                        rows,
                        row -> ReferralView.of(row, query.side(row, caller), now),
                        row -> row.modifiedAt,
                        row -> row.referralId));
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
    public Uni<Response> read(UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
        Caller caller = access.caller();
        Locale locale = Texts.preferred(acceptLanguage);
        return work.read(session -> reading.of(session, caller, new ReferralId(id), locale))
                .map(StoredResponse::response);
    }

    /** Says something of a referral: an answer, an appointment, a delivery, a cancellation. */
    @POST
    @Path("/{id}/facts")
    @Operation(
            operationId = "addFact",
            summary = "Says something of a referral: an answer, an appointment, a delivery, a" + " cancellation")
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
    public Uni<Response> say(UUID id, @NotNull @Valid AddFactRequest body, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/referrals/" + id + "/facts",
                        body,
                        session -> answering
                                .say(session, caller, new ReferralId(id), body)
                                .map(referral -> answer(referral, caller)))
                .map(StoredResponse::response);
    }

    private StoredResponse answer(Referral referral, Caller caller) {
        return StoredResponse.ok(ReferralView.of(
                        referral, Participants.of(referral, caller).getFirst(), clock.instant()))
                .version(referral.version);
    }
}
