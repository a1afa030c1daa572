package org.puente.reception.flights;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Checks;

/** When the people of a flight, or several people, left the reception point. */
@Tag(name = "Reception point")
@Path("/v1/departures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class DepartureResource {
    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final RecordingDeparture recording;

    DepartureResource(Access access, Checks checks, Idempotency idempotency, RecordingDeparture recording) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.recording = recording;
    }

    /**
     * @param people how many it was recorded of
     * @param cases theirs; without those of whom it was recorded before
     */
    @Schema(
            name = "Departure",
            requiredProperties = {"leftAt", "people", "cases"})
    record View(Instant leftAt, int people, List<CaseId> cases) {
        static View of(RecordingDeparture.Recorded recorded) {
            return new View(recorded.leftAt(), recorded.cases().size(), recorded.cases());
        }
    }

    @POST
    @Operation(
            operationId = "recordDeparture",
            summary = "Records when the people of a flight, or several people, left the reception point",
            description =
                    "Who left before stays as recorded; correct one with `PUT /v1/returns/{caseId}/departure`. So does"
                            + " of whom it was taken back after this report was written (`writtenAt`).")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "422",
            description = "Nobody is registered with this flight, somebody would leave before landing, or the"
                    + " `Idempotency-Key` was sent with another body")
    public Uni<Response> record(DepartureReport report, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(report);
        Checks.refuse(report.group().errors());
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/departures",
                        report,
                        session -> recording
                                .record(session, own, report)
                                .map(recorded -> StoredResponse.ok(View.of(recorded))))
                .map(StoredResponse::response);
    }
}
