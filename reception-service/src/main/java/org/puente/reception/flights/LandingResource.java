package org.puente.reception.flights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.TransportMode;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Idempotency;
import org.puente.platform.web.StoredResponse;
import org.puente.reception.returns.Checks;

/** When a flight or a bus arrived. */
@Tag(name = "Reception point")
@Path("/v1/landings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class LandingResource {
    private final Access access;
    private final Checks checks;
    private final Idempotency idempotency;
    private final UnitOfWork work;
    private final RecordingLanding recording;

    LandingResource(
            Access access, Checks checks, Idempotency idempotency, UnitOfWork work, RecordingLanding recording) {
        this.access = access;
        this.checks = checks;
        this.idempotency = idempotency;
        this.work = work;
        this.recording = recording;
    }

    /**
     * The flight with its time.
     *
     * @param landedAt null where it was taken back after this report was written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Landing",
            requiredProperties = {"arrivalId", "flight", "mode", "version"})
    record View(ArrivalId arrivalId, Flight flight, TransportMode mode, Instant landedAt, int version) {
        static View of(Landings.Landing landing) {
            return new View(
                    landing.arrivalId(), landing.flight(), landing.mode(), landing.landedAt(), landing.version());
        }
    }

    @POST
    @Operation(
            operationId = "recordLanding",
            summary = "Records when a flight or a bus arrived",
            description =
                    "A second report of the same flight corrects the time; the same report again changes nothing, nor does"
                            + " one that was written (`writtenAt`) before the last one. The answer is what stands.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "422",
            description = "The institution is withdrawn, or the `Idempotency-Key` was sent with another body")
    public Uni<Response> record(LandingReport report, @HeaderParam("Idempotency-Key") String key) {
        Caller caller = access.caller();
        InstitutionId own = caller.mustHaveInstitution();
        checks.form(report);
        return idempotency
                .once(
                        caller,
                        key,
                        "POST /v1/landings",
                        report,
                        session -> recording
                                .record(session, own, report)
                                .map(landing -> StoredResponse.ok(View.of(landing))))
                .map(StoredResponse::response);
    }

    @DELETE
    @Path("/{arrivalId}")
    @Operation(
            operationId = "takeBackLanding",
            summary = "Takes a landing back that was recorded in error",
            description = "A second time changes nothing.")
    @APIResponse(responseCode = "204")
    public Uni<Response> takeBack(UUID arrivalId) {
        InstitutionId own = access.caller().mustHaveInstitution();
        return work.run(session -> recording.takeBack(session, own, arrivalId))
                .map(nothing -> Response.noContent().build());
    }
}
