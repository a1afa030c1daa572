package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.waiting.Early;
import org.puente.platform.waiting.RequestWaits;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.ETags;
import org.puente.platform.web.Query;
import org.puente.platform.web.StoredResponse;
import org.puente.platform.web.Texts;
import org.puente.reception.returns.Checks;

/** One announced arrival. */
@Tag(name = "Arrivals")
@Path("/v1/arrivals/{arrivalId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "case-manager"})
class OneArrivalResource {
    private final Access access;
    private final Checks checks;
    private final UnitOfWork work;
    private final AnnouncedArrivals arrivals;
    private final ArrivalAnnouncing announcing;
    private final ArrivalViews views;
    private final RequestWaits waits;

    OneArrivalResource(
            Access access,
            Checks checks,
            UnitOfWork work,
            AnnouncedArrivals arrivals,
            ArrivalAnnouncing announcing,
            ArrivalViews views,
            RequestWaits waits) {
        this.access = access;
        this.checks = checks;
        this.work = work;
        this.arrivals = arrivals;
        this.announcing = announcing;
        this.views = views;
        this.waits = waits;
    }

    @GET
    @Operation(
            operationId = "readArrival",
            summary = "Reads an announced arrival: how many come, what to prepare, how far its manifest is here",
            description = "For who receives it and for who announced it. An announcement that is on its way is waited"
                    + " for.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArrivalView.class)))
    @APIResponse(responseCode = "409", description = "Two nodes use this id; name one in `announcedBy`")
    public Uni<Response> read(
            UUID arrivalId,
            @Parameter(description = "`incoming` or `outgoing`, where you stand on both sides") @QueryParam("box")
                    String box,
            @Parameter(description = ArrivalQuery.ANNOUNCED_BY) @QueryParam("announcedBy") String announcedBy,
            @HeaderParam("Accept-Language") String language,
            @HeaderParam("Prefer") List<String> prefer) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        ArrivalViews.Wanted wanted = new ArrivalViews.Wanted(
                new ArrivalId(arrivalId),
                Query.code("box", ArrivalBox.class, box),
                ArrivalQuery.announcedBy(announcedBy));
        Locale locale = Texts.preferred(language);
        return waits.of(caller, prefer)
                .until(
                        arrivalId,
                        refusal -> ArrivalViews.isNotFound(refusal) && Early.mayBeNew(arrivalId),
                        () -> work.read(session -> views.read(session, own, wanted, locale)))
                .map(OneArrivalResource::response);
    }

    @PUT
    @Operation(
            operationId = "replaceArrival",
            summary = "Replaces what you have announced, with its whole manifest",
            description = "An `entry` stands for the same person as before; each person needs theirs. Where it was left"
                    + " out before, it is the person's place in that list, from 1. Once people have begun to come, the"
                    + " receiver only adds people. Send the announcement's ETag in If-Match."
                    + " Another node cannot receive it: cancel it, and announce it there.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArrivalView.class)))
    @APIResponse(responseCode = "409", description = "It is cancelled")
    @APIResponse(responseCode = "422", description = "The reception point is another node's")
    public Uni<Response> replace(
            UUID arrivalId,
            AnnounceRequest request,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Accept-Language") String language) {
        InstitutionId own = access.caller().mustHaveInstitution();
        ArrivalId id = new ArrivalId(arrivalId);
        return work.run(session -> arrivals.toChange(session, id, own)
                        .invoke(before -> check(id, request))
                        .invoke(before -> ETags.mustMatch(ifMatch, before.version()))
                        .chain(before -> announcing.replace(session, before, request)))
                .map(after -> response(views.of(after, Texts.preferred(language))));
    }

    private void check(ArrivalId id, AnnounceRequest request) {
        checks.form(request);
        if (request.arrivalId() != null && !request.arrivalId().equals(id)) {
            throw ProblemException.invalid(FieldError.of("/arrivalId", "arrival-id-differs"));
        }
        Checks.refuse(AnnouncementRules.errorsOfReplacement(request, checks.now()));
    }

    @DELETE
    @Operation(
            operationId = "cancelArrival",
            summary = "Cancels what you have announced",
            description = "The receiver erases the manifest, unless people have begun to come. A second time changes"
                    + " nothing.")
    @APIResponse(responseCode = "204")
    public Uni<Response> cancel(UUID arrivalId) {
        InstitutionId own = access.caller().mustHaveInstitution();
        return work.run(session -> arrivals.toChange(session, new ArrivalId(arrivalId), own)
                        .chain(announced -> announcing.cancel(session, announced)))
                .map(nothing -> Response.noContent().build());
    }

    private static Response response(ArrivalView view) {
        return StoredResponse.ok(view).version(view.version()).response();
    }
}
