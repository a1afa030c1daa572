package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.followup.instruments.Instruments;
import org.puente.platform.audit.Audit;
import org.puente.platform.problems.FieldError;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;

/** Visits, as the responsible institution reports them. */
@Tag(name = "Follow-ups", description = "Who is to be visited when, and what came of it")
@Path("/v1/followups/{id}/visit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class VisitResource {
    private final Idempotency idempotency;
    private final Settling settling;
    private final Instruments instruments;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    VisitResource(
            Idempotency idempotency,
            Settling settling,
            Instruments instruments,
            Access access,
            Audit audit,
            Clock clock) {
        this.idempotency = idempotency;
        this.settling = settling;
        this.instruments = instruments;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records the visit of a follow-up that is due or will be due soon. The answer has the
     * follow-up and the scores; 409 names the follow-ups that are open instead.
     */
    @POST
    @Operation(operationId = "recordVisit", summary = "Records the visit of a follow-up that is due, or soon to be")
    @APIResponse(
            responseCode = "200",
            description = "The follow-up with the visit",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FollowUpView.class)))
    @APIResponse(
            responseCode = "409",
            description = "No visit can be recorded for it now; `open` says for which one can")
    @APIResponse(
            responseCode = "422",
            description =
                    "There was nobody to answer a questionnaire, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> visit(UUID id, @HeaderParam("Idempotency-Key") String key, @Valid VisitRequest request) {
        if (request == null) {
            throw ProblemException.invalid(FieldError.of("", "body-needed"));
        }
        Caller caller = access.caller();
        VisitRequest.Checked checked = request.checked(instruments);
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/followups/" + id + "/visit",
                        request,
                        session -> record(session, caller, id, checked))
                .map(StoredResponse::response);
    }

    private Uni<StoredResponse> record(Mutiny.Session session, Caller caller, UUID id, VisitRequest.Checked checked) {
        return settling.caseOf(session, id).chain(file -> {
            FollowUp followUp = own(file, id, caller);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            requireOpen(followUp, file, at);
            return settling.visited(session, file, followUp, checked.visit(at))
                    .chain(() -> keep(session, followUp, checked, at))
                    .chain(() -> audit.add(
                            session,
                            caller,
                            "visit.recorded",
                            id.toString(),
                            checked.said().fields(),
                            "followup"))
                    .replaceWith(() -> StoredResponse.ok(FollowUpView.of(followUp)));
        });
    }

    private static FollowUp own(CaseFile file, UUID id, Caller caller) {
        FollowUp followUp = file.followUp(id);
        caller.mustBe(new InstitutionId(followUp.institution));
        return followUp;
    }

    private static void requireOpen(FollowUp followUp, CaseFile file, Instant at) {
        switch (followUp.readiness(at)) {
            case Readiness.Open() -> {
                // A visit can be recorded.
            }
            case Readiness.TooEarly(Instant opensAt) ->
                throw ProblemException.conflict("followup-too-early", opensAt)
                        .with("followUpStatus", followUp.status.code())
                        .with("opensAt", opensAt.toString())
                        .with("open", open(file, followUp.institution, at));
            case Readiness.Ended(FollowUpStatus status) ->
                throw ProblemException.conflict("followup-ended", status.code())
                        .with("followUpStatus", status.code())
                        .with("open", open(file, followUp.institution, at));
        }
    }

    /** The institution's follow-ups of the same case for which a visit can be recorded. */
    private static List<String> open(CaseFile file, String institution, Instant at) {
        return file.followUps.stream()
                .filter(f -> f.institution.equals(institution))
                .filter(f -> f.readiness(at) instanceof Readiness.Open)
                .map(f -> f.id.toString())
                .toList();
    }

    private static Uni<Void> keep(Mutiny.Session session, FollowUp followUp, VisitRequest.Checked checked, Instant at) {
        return checked.sheet()
                .map(it -> AnswerSheet.of(followUp.id, it.instrument(), it.answers(), at))
                .map(session::persist)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
