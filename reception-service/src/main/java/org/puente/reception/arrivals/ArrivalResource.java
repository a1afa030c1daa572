package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;

/** Announces arrivals, and lists them for both sides. */
@Tag(
        name = "Arrivals",
        description = "Flights and buses that are announced before they land, with their manifests, and who came")
@Path("/v1/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "case-manager"})
class ArrivalResource {
    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final ReceptionDirectory directory;
    private final ArrivalAnnouncing announcing;
    private final ArrivalViews views;

    ArrivalResource(
            Access access,
            Checks checks,
            Idempotency idempotency,
            UnitOfWork work,
            ReceptionDirectory directory,
            ArrivalAnnouncing announcing,
            ArrivalViews views) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.work = work;
        this.directory = directory;
        this.announcing = announcing;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "announceArrival",
            summary = "Announces a flight or a bus to the node that will receive its people",
            description = "By an institution that receives people, or by a consulate, at its own node. The region"
                    + " learns how many come; the rest is sealed to the receiving node alone.")
    @APIResponse(
            responseCode = "201",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ArrivalView.class)))
    @APIResponse(responseCode = "409", description = "The `arrivalId` is taken, or you have too many open or cancelled")
    @APIResponse(responseCode = "422", description = "The `Idempotency-Key` was sent with another body")
    public Uni<Response> announce(
            AnnounceRequest request,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Accept-Language") String language) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(request);
        Checks.refuse(AnnouncementRules.errors(request, checks.now()));
        Locale locale = Texts.preferred(language);
        return idempotency
                .once(caller, key, "POST /v1/arrivals", request, session -> announced(session, own, request, locale))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> announced(
            Mutiny.Session session, InstitutionId own, AnnounceRequest request, Locale locale) {
        return announcing
                .announce(session, own, request)
                .map(announced -> StoredResponse.created(
                                "/v1/arrivals/" + announced.arrivalId(), views.of(announced, locale))
                        .version(announced.version()));
    }

    @GET
    @Operation(
            operationId = "listArrivals",
            summary = "Lists the arrivals that are announced to your reception points, or that you have announced",
            description = "In the order in which they are expected; nothing of single people.")
    public Uni<RestResponse<Paging.Page<ArrivalView>>> list(
            @Parameter(description = "`incoming` (the default) or `outgoing`: what you receive, or announce")
                    @QueryParam("box")
                    String box,
            @Parameter(description = "Day on which they are expected, where this node is") @QueryParam("expectedOn")
                    String expectedOn,
            @Parameter(description = "Reception point at which they land, as the directory names it; absent for all")
                    @QueryParam("receptionPoint")
                    String receptionPoint,
            @Parameter(description = "`expected`, `closed` or `cancelled`") @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @HeaderParam("Accept-Language") String language,
            @Context UriInfo uri) {
        InstitutionId own = access.caller().mustHaveInstitution();
        Paging paging = Paging.of(limit, cursor, uri);
        ArrivalBox side = Query.code("box", ArrivalBox.class, box);
        LocalDate day = Query.day("expectedOn", expectedOn);
        String point = ArrivalQuery.receptionPoint(receptionPoint);
        ArrivalState wanted = Query.code("state", ArrivalState.class, state);
        Locale locale = Texts.preferred(language);
        return work.read(session -> directory
                        .zone(session)
                        .map(zone -> ArrivalFilter.of(day, zone, point, wanted))
                        .chain(filter -> views.list(session, own, side, filter, paging, locale)))
                .map(rows -> paging.page(
                        uri,
                        rows,
                        ArrivalViews.Row::view,
                        ArrivalViews.Row::expectedAt,
                        row -> row.view().arrivalId().value()));
    }
}
