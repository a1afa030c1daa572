package org.puente.reception.complaints;

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
import java.util.function.Consumer;
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
import org.puente.reception.complaints.ComplaintView.ForRecipient;
import org.puente.reception.complaints.ComplaintView.Receipt;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.sealing.SealedTexts;

/**
 * Complaints: a desk writes them down, and the recipient alone reads them. A recipient need not
 * receive people, so officers with the role case-manager may work on them too.
 */
@Tag(name = "Complaints", description = "Complaints of people about an institution, for an independent recipient")
@Path("/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"intake", "case-manager"})
class ComplaintResource {
    private static final String RECIPIENT = "recipient";

    private final Access access;
    private final Idempotency idempotency;
    private final ReceiptAnswers answers;
    private final UnitOfWork work;
    private final ComplaintReceiving receiving;
    private final Complaints complaints;
    private final ReceptionDirectory directory;
    private final SealedTexts texts;
    private final Checks checks;
    private final Audit audit;

    ComplaintResource(
            Access access,
            Idempotency idempotency,
            ReceiptAnswers answers,
            UnitOfWork work,
            ComplaintReceiving receiving,
            Complaints complaints,
            ReceptionDirectory directory,
            SealedTexts texts,
            Checks checks,
            Audit audit) {
        this.access = access;
        this.idempotency = idempotency;
        this.answers = answers;
        this.work = work;
        this.receiving = receiving;
        this.complaints = complaints;
        this.directory = directory;
        this.texts = texts;
        this.checks = checks;
        this.audit = audit;
    }

    @POST
    @RolesAllowed("intake")
    @Operation(
            operationId = "receiveComplaint",
            summary = "Writes down a complaint of a person, about the recipient of a referral or about the own desk",
            description = "It goes to an institution of the node that is neither complained about nor the desk. The"
                    + " desk is not shown it again. Give the person the `receiptCode`, which is shown once: with it they"
                    + " see at `/complaint` what becomes of it. Whoever has it sees that too, so keep no copy. Of a"
                    + " complaint about the own desk the answer is not shown there: the person asks the institution"
                    + " that gave it, which the page names."
                    + " Who sends a complaint from `/status` sees the answer.")
    @APIResponse(
            responseCode = "200",
            description =
                    "It was received before: without the `receiptCode`, which was shown then. Whose answer got lost,"
                            + " and has no `Idempotency-Key` of the last 24 hours, writes it down again under another"
                            + " `complaintId`, and says in it that it is the same",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "409", description = "Something else was recorded under this `complaintId`")
    @APIResponse(responseCode = "422", description = "The desk wrote down ten complaints of this case in a day")
    public Uni<Response> receive(ComplaintForm form, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(form);
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/complaints",
                        form,
                        answers,
                        session -> receiving
                                .atDesk(session, own, form)
                                .call(received -> audited(
                                        session,
                                        caller,
                                        "complaint.received",
                                        received.complaint().id(),
                                        "own-case"))
                                .map(ComplaintResource::receipt))
                .map(StoredResponse::response);
    }

    private static StoredResponse receipt(ComplaintReceiving.WrittenDown received) {
        Receipt receipt = Receipt.of(received.complaint(), received.receipt());
        return received.receipt() != null
                ? StoredResponse.created("/v1/complaints/" + receipt.complaintId(), receipt)
                : StoredResponse.ok(receipt);
    }

    @GET
    @Operation(operationId = "listComplaints", summary = "Lists the complaints that were sent to the institution")
    public Uni<RestResponse<Paging.Page<ForRecipient>>> list(
            @Parameter(description = "`received`, `acknowledged` or `answered`") @QueryParam("status") String status,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        InstitutionId own = access.caller().mustHaveInstitution();
        Paging paging = Paging.of(limit, cursor, uri);
        ComplaintStatus wanted = Query.code("status", ComplaintStatus.class, status);
        return work.read(session -> directory
                .zone(session)
                .map(checks::today)
                .chain(today -> complaints
                        .list(session, own, wanted, paging)
                        .map(rows -> paging.page(
                                uri,
                                rows,
                                row -> ForRecipient.listed(row, today),
                                Complaint::receivedAt,
                                Complaint::id))));
    }

    @GET
    @Path("/{complaintId}")
    @Operation(operationId = "readComplaint", summary = "Reads a complaint, for its recipient alone; audited")
    public Uni<ForRecipient> read(UUID complaintId) {
        return changed(complaintId, "complaint.read", complaint -> {});
    }

    @POST
    @Path("/{complaintId}/acknowledgement")
    @Operation(
            operationId = "acknowledgeComplaint",
            summary = "Tells the person that the complaint is being looked at",
            description = "A second time changes nothing.")
    public Uni<ForRecipient> acknowledge(UUID complaintId) {
        return changed(complaintId, "complaint.acknowledged", complaint -> complaint.acknowledge(checks.now()));
    }

    @POST
    @Path("/{complaintId}/answer")
    @Operation(
            operationId = "answerComplaint",
            summary = "Answers a complaint, for good",
            description =
                    "Who has the receipt code sees outcome and `answer`, and not who answered: name nobody in it. Of a"
                            + " complaint that the desk wrote down about itself the code shows your name and the"
                            + " complaint's id instead: the person asks you.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ForRecipient.class)))
    @APIResponse(responseCode = "409", description = "It is answered already")
    public Uni<ForRecipient> answer(UUID complaintId, ComplaintAnswer answer) {
        return changed(complaintId, "complaint.answered", complaint -> {
            checks.form(answer);
            complaint.answer(answer.outcome(), texts.seal(answer.answer()), checks.now());
        });
    }

    /** For the recipient alone; everybody else gets 404, also whom the complaint is about. */
    private Uni<ForRecipient> changed(UUID id, String action, Consumer<Complaint> change) {
        Caller caller = access.caller();
        return work.run(session -> complaints
                .of(session, id, caller.mustHaveInstitution())
                .invoke(change)
                .call(() -> audited(session, caller, action, id, RECIPIENT))
                .chain(complaint ->
                        directory.zone(session).map(zone -> ForRecipient.whole(complaint, checks.today(zone), texts))));
    }

    private Uni<Void> audited(Mutiny.Session session, Caller caller, String action, UUID id, String why) {
        return audit.add(session, caller, action, id.toString(), List.of("text", "answer"), why);
    }
}
