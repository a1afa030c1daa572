package org.puente.reception.rights;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.InstitutionId;
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.sealing.SealedTexts;

/** Requests of people about their data, for the institution that answers them; what is read is audited. */
@Tag(
        name = "Data requests",
        description = "Access, rectification, erasure, objection: who asked, and until when to answer")
@Path("/v1/data-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class DataRequestResource {
    private static final String OWN_CASE = "own-case";

    private final Access access;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final DataRequestReceiving receiving;
    private final DataRequestAnswering answering;
    private final DataRequests requests;
    private final ConcernedCases cases;
    private final ReceptionDirectory directory;
    private final SealedTexts texts;
    private final Checks checks;
    private final Audit audit;

    DataRequestResource(
            Access access,
            Idempotency idempotency,
            UnitOfWork work,
            DataRequestReceiving receiving,
            DataRequestAnswering answering,
            DataRequests requests,
            ConcernedCases cases,
            ReceptionDirectory directory,
            SealedTexts texts,
            Checks checks,
            Audit audit) {
        this.access = access;
        this.idempotency = idempotency;
        this.work = work;
        this.receiving = receiving;
        this.answering = answering;
        this.requests = requests;
        this.cases = cases;
        this.directory = directory;
        this.texts = texts;
        this.checks = checks;
        this.audit = audit;
    }

    @POST
    @Operation(
            operationId = "receiveDataRequest",
            summary = "Writes down that a person uses a right over their data",
            description = "The time to answer runs in working days from the day after `receivedOn`. An open request"
                    + " of the same kind is not repeated, but for `rectification`. Other institutions of the node that"
                    + " hold a case of the person get a request of their own, without `details`, but for"
                    + " `rectification`.")
    @APIResponse(
            responseCode = "200",
            description = "It was received before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DataRequestView.class)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DataRequestView.class)))
    @APIResponse(responseCode = "409", description = "Something else was recorded under this `requestId`")
    public Uni<Response> receive(DataRequestForm form, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(form);
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/data-requests",
                        form,
                        session -> receiving.atDesk(session, own, form).chain(received -> listed(session, received)))
                .map(StoredResponse::response);
    }

    /** Without texts: the answer may be kept. */
    private Uni<StoredResponse> listed(Mutiny.Session session, DataRequestReceiving.Received received) {
        return directory
                .zone(session)
                .map(zone -> DataRequestView.listed(received.request(), checks.today(zone), zone))
                .map(view -> received.created()
                        ? StoredResponse.created("/v1/data-requests/" + view.requestId(), view)
                        : StoredResponse.ok(view));
    }

    @GET
    @Operation(operationId = "listDataRequests", summary = "Lists requests, in the order in which they came")
    public Uni<RestResponse<Paging.Page<DataRequestView>>> list(
            @Parameter(description = "`open` or `answered`") @QueryParam("status") String status,
            @Parameter(description = "Only open ones whose last day is over") @QueryParam("late") boolean late,
            @Parameter(description = "Only those about this case") @QueryParam("caseId") String caseId,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        InstitutionId own = access.caller().mustHaveInstitution();
        Paging paging = Paging.of(limit, cursor, uri);
        DataRequestStatus wanted = Query.code("status", DataRequestStatus.class, status);
        UUID of = Query.id("caseId", caseId);
        return work.read(session -> directory
                .zone(session)
                .chain(zone -> requests.list(session, own, wanted, late ? checks.today(zone) : null, of, paging)
                        .map(rows -> paging.page(
                                uri,
                                rows,
                                row -> DataRequestView.listed(row, checks.today(zone), zone),
                                DataRequest::receivedAt,
                                DataRequest::id))));
    }

    @GET
    @Path("/{requestId}")
    @Operation(operationId = "readDataRequest", summary = "Reads a request, with what was said and what became of it")
    public Uni<DataRequestView> read(UUID requestId) {
        Caller caller = access.caller();
        return work.run(session -> requests.of(session, requestId, caller.mustHaveInstitution())
                .chain(found -> whole(session, found))
                .call(() -> audited(session, caller, "data-request.read", requestId, OWN_CASE)));
    }

    @POST
    @Path("/{requestId}/answer")
    @Operation(
            operationId = "answerDataRequest",
            summary = "Answers a request, for good",
            description = "An erasure is granted when the return and the person's others at the institution"
                    + " (`otherCases`) are erased, an objection when every consent of them has ended. Whatever is not granted in full needs its reason in `answer`. The person sees"
                    + " outcome and `answer` on the page of their case: name nobody in it.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DataRequestView.class)))
    @APIResponse(responseCode = "409", description = "It is answered already")
    @APIResponse(responseCode = "422", description = "What would be granted has not been done")
    public Uni<DataRequestView> answer(UUID requestId, DataRequestAnswer answer) {
        Caller caller = access.caller();
        return work.run(session -> answering
                .answer(session, requestId, caller.mustHaveInstitution(), answer)
                .call(done -> audited(
                        session,
                        caller,
                        "data-request.answered",
                        requestId,
                        done.outcome().code()))
                .chain(done -> whole(session, done)));
    }

    private Uni<DataRequestView> whole(Mutiny.Session session, DataRequest request) {
        return directory
                .zone(session)
                .chain(zone -> cases.others(session, request)
                        .map(others -> DataRequestView.whole(request, checks.today(zone), zone, others, texts)));
    }

    private Uni<Void> audited(Mutiny.Session session, Caller caller, String action, UUID id, String why) {
        return audit.add(session, caller, action, id.toString(), List.of("details", "answer"), why);
    }
}
