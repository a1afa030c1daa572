package org.puente.reception.help;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpKind;
import org.puente.contracts.InstitutionId;
import org.puente.platform.audit.Audit;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.Paging;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.flights.PeopleGroup;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Returns;

/** Help given to one person. */
@Tag(name = "Reception point")
@Path("/v1/returns/{caseId}/help")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class CaseHelpResource {
    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final Returns returns;
    private final HelpEntries entries;
    private final RecordingHelp recording;
    private final Audit audit;

    CaseHelpResource(
            Access access,
            Checks checks,
            Idempotency idempotency,
            UnitOfWork work,
            Returns returns,
            HelpEntries entries,
            RecordingHelp recording,
            Audit audit) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.work = work;
        this.returns = returns;
        this.entries = entries;
        this.recording = recording;
        this.audit = audit;
    }

    /**
     * @param helpId made by the client; null if the service is to make one
     * @param occurredAt null for now
     */
    @Schema(name = "CaseHelpReport")
    record Report(HelpId helpId, @NotEmpty @Size(max = 8) List<@NotNull HelpKind> kinds, Instant occurredAt) {
        HelpRequest request(CaseId caseId) {
            return new HelpRequest(helpId, PeopleGroup.of(caseId), kinds, occurredAt);
        }
    }

    @POST
    @Operation(
            operationId = "recordHelpOfCase",
            summary = "Records help given to a person",
            description = "The same request under the same `helpId` changes nothing, whenever it comes.")
    @APIResponse(
            responseCode = "200",
            description = "It was recorded before",
            content = @Content(schema = @Schema(implementation = HelpView.OfCase.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HelpView.OfCase.class)))
    @APIResponse(responseCode = "409", description = "Other help was recorded under this `helpId`")
    public Uni<Response> record(UUID caseId, Report report, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/returns/" + caseId + "/help",
                        report,
                        session -> returns.of(session, caseId, own)
                                .invoke(returnCase -> checks.form(report))
                                .chain(returnCase -> recorded(session, own, report.request(returnCase.id()), caseId)))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> recorded(Mutiny.Session session, InstitutionId own, HelpRequest request, UUID caseId) {
        return recording
                .record(session, own, request)
                .chain(recorded -> entry(session, caseId, recorded.helpId())
                        .map(view -> recorded.answer("/v1/returns/" + caseId + "/help", view)));
    }

    @GET
    @Operation(
            operationId = "listHelpOfCase",
            summary = "Lists the help given to a person, also what was voided",
            description = "In the order in which it was given.")
    public Uni<Paging.Page<HelpView.OfCase>> list(UUID caseId) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        return work.run(session -> returns.of(session, caseId, own)
                .chain(returnCase -> entries.of(session, returnCase.id()))
                .call(() -> audit.add(session, caller, "help.read", caseId.toString(), List.of("kinds"), "own-case"))
                .map(all ->
                        new Paging.Page<>(all.stream().map(HelpView.OfCase::of).toList(), null)));
    }

    @DELETE
    @Path("/{helpId}")
    @Operation(
            operationId = "voidHelpOfCase",
            summary = "Voids an entry of help that was recorded in error, for this person",
            description = "It counts no more, for good; a second time changes nothing.")
    @APIResponse(responseCode = "204")
    public Uni<Response> voidOne(
            UUID caseId,
            UUID helpId,
            @Parameter(description = VoidReasons.DESCRIPTION, required = true) @QueryParam("reason") String reason) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        return work.run(session -> returns.of(session, caseId, own)
                        .chain(returnCase -> entry(session, caseId, new HelpId(helpId)))
                        .map(entry -> VoidReasons.read(reason))
                        .call(why -> recording.voidFor(session, caller, new HelpId(helpId), new CaseId(caseId), why)))
                .map(done -> Response.noContent().build());
    }

    /** The entry as it stands in the case; 404 if the case has no such entry. */
    private Uni<HelpView.OfCase> entry(Mutiny.Session session, UUID caseId, HelpId helpId) {
        return entries.of(session, new CaseId(caseId))
                .map(all -> all.stream()
                        .filter(entry -> entry.helpId().equals(helpId))
                        .findFirst()
                        .map(HelpView.OfCase::of)
                        .orElseThrow(ProblemException::notFound));
    }
}
