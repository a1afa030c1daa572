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
            description = "No visit can be recorded for it now; `open` names those for which one can")
    @APIResponse(
            responseCode = "422",
            description =
                    "There was nobody to answer a questionnaire, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> visit(UUID id, @HeaderParam("Idempotency-Key") String key, @Valid VisitRequest request) {
        if (request == null) {
            throw ProblemException.invalid(FieldError.of("", "body-needed"));
        }
        Caller caller = access.caller();
        VisitCheck.Accepted checked = accepted(request.check(instruments));
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/followups/" + id + "/visit",
                        request,
                        session -> record(session, caller, id, checked))
                .map(StoredResponse::response);
    }

    private static VisitCheck.Accepted accepted(VisitCheck check) {
        return switch (check) {
            case VisitCheck.Accepted accepted -> accepted;
            case VisitCheck.NobodyToAnswer nobody ->
                throw ProblemException.ruleBroken(
                        "nobody-to-answer", nobody.outcome().code());
            case VisitCheck.Invalid invalid -> throw ProblemException.invalid(invalid.errors());
        };
    }

    private Uni<StoredResponse> record(Mutiny.Session session, Caller caller, UUID id, VisitCheck.Accepted checked) {
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
                            checked.request().fields(),
                            "followup"))
                    .replaceWith(() -> StoredResponse.ok(followUp.view()));
        });
    }

    private static FollowUp own(CaseFile file, UUID id, Caller caller) {
        FollowUp followUp = file.followUp(id).orElseThrow();
        caller.mustBe(followUp.institution());
        return followUp;
    }

    private static void requireOpen(FollowUp followUp, CaseFile file, Instant at) {
        switch (followUp.readiness(at)) {
            case Readiness.Open() -> {
                // A visit can be recorded.
            }
            case Readiness.TooEarly(Instant opensAt) ->
                throw ProblemException.conflict("followup-too-early", opensAt)
                        .with("followUpStatus", followUp.status().code())
                        .with("opensAt", opensAt.toString())
                        .with("open", open(file, followUp, at));
            case Readiness.Ended(FollowUpStatus status) ->
                throw ProblemException.conflict("followup-ended", status.code())
                        .with("followUpStatus", status.code())
                        .with("open", open(file, followUp, at));
        }
    }

    /** The institution's follow-ups of the same case for which a visit can be recorded. */
    private static List<String> open(CaseFile file, FollowUp followUp, Instant at) {
        return file.open(followUp.institution(), at).stream()
                .map(open -> open.id().toString())
                .toList();
    }

    private static Uni<Void> keep(Mutiny.Session session, FollowUp followUp, VisitCheck.Accepted checked, Instant at) {
        return checked.sheet()
                .map(sheet -> AnswerSheet.of(followUp.id(), sheet.instrument(), sheet.answers(), at))
                .map(session::persist)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
