package org.puente.reception.help;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.puente.platform.web.StoredResponse;
import org.puente.reception.flights.Flight;
import org.puente.reception.flights.PeopleGroup;
import org.puente.reception.returns.Checks;

/** Help for a whole flight or for several people, in one request. */
@Tag(name = "Reception point")
@Path("/v1/help")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class HelpResource {
    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final HelpEntries entries;
    private final RecordingHelp recording;
    private final Audit audit;

    HelpResource(
            Access access,
            Checks checks,
            Idempotency idempotency,
            UnitOfWork work,
            HelpEntries entries,
            RecordingHelp recording,
            Audit audit) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.work = work;
        this.entries = entries;
        this.recording = recording;
        this.audit = audit;
    }

    /**
     * Who was given help: the people of a flight but for some, or the cases that are listed.
     *
     * @param helpId made by the client; null if the service is to make one
     * @param occurredAt null for now
     */
    @Schema(name = "HelpReport")
    record Report(
            HelpId helpId,
            @Valid Flight flight,
            @Size(max = PeopleGroup.MAX) List<@NotNull CaseId> cases,
            @Size(max = PeopleGroup.MAX) List<@NotNull CaseId> except,
            @NotEmpty @Size(max = 8) List<@NotNull HelpKind> kinds,
            Instant occurredAt) {
        HelpRequest request() {
            return new HelpRequest(helpId, new PeopleGroup(flight, cases, except), kinds, occurredAt);
        }
    }

    @POST
    @Operation(
            operationId = "recordHelp",
            summary = "Records help given to the people of a flight, or to several people",
            description = "Those are meant who are registered by now. The same request under the same `helpId`"
                    + " changes nothing, whenever it comes.")
    @APIResponse(
            responseCode = "200",
            description = "It was recorded before",
            content = @Content(schema = @Schema(implementation = HelpView.OfGroup.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HelpView.OfGroup.class)))
    @APIResponse(responseCode = "409", description = "Other help was recorded under this `helpId`")
    @APIResponse(
            responseCode = "422",
            description =
                    "Nobody is registered with this flight, or the `Idempotency-Key` was sent with another" + " body")
    public Uni<Response> record(Report report, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(report);
        HelpRequest request = report.request();
        Checks.refuse(request.group().errors());
        return idempotency
                .once(caller, key, "POST /v1/help", report, session -> recorded(session, own, request))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> recorded(Mutiny.Session session, InstitutionId own, HelpRequest request) {
        return recording
                .record(session, own, request)
                .chain(recorded -> view(session, own, recorded.helpId())
                        .map(view -> recorded.answer("/v1/help/" + recorded.helpId(), view)));
    }

    @GET
    @Path("/{helpId}")
    @Operation(operationId = "readHelp", summary = "Reads an entry of help with its people")
    public Uni<HelpView.OfGroup> read(UUID helpId) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        return work.run(session -> view(session, own, new HelpId(helpId))
                .call(view -> audit.add(
                        session, caller, "help.read", helpId.toString(), List.of("kinds", "cases"), "own-case")));
    }

    @DELETE
    @Path("/{helpId}")
    @Operation(
            operationId = "voidHelp",
            summary = "Voids an entry of help that was recorded in error, for all of its people",
            description = "It counts no more, for good; a second time changes nothing.")
    @APIResponse(responseCode = "204")
    public Uni<Response> voidAll(
            UUID helpId,
            @Parameter(description = VoidReasons.DESCRIPTION, required = true) @QueryParam("reason") String reason) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        HelpId id = new HelpId(helpId);
        return work.run(session -> mustHave(session, own, id)
                        .map(found -> VoidReasons.read(reason))
                        .call(why -> recording.voidFor(session, caller, id, null, why)))
                .map(done -> Response.noContent().build());
    }

    private Uni<HelpEntries.Entry> mustHave(Mutiny.Session session, InstitutionId own, HelpId id) {
        return entries.find(session, own, id).onItem().ifNull().failWith(ProblemException::notFound);
    }

    private Uni<HelpView.OfGroup> view(Mutiny.Session session, InstitutionId own, HelpId id) {
        return mustHave(session, own, id)
                .chain(entry ->
                        entries.recipients(session, own, id).map(recipients -> HelpView.OfGroup.of(entry, recipients)));
    }
}
