package org.puente.reception.flights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;

/** When one person landed, was registered, and left the reception point. */
@Tag(name = "Reception point")
@Path("/v1/returns/{caseId}/departure")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class CaseDepartureResource {
    private final Access access;
    private final Checks checks;
    private final UnitOfWork work;
    private final Returns returns;
    private final Departures departures;
    private final RecordingDeparture recording;

    CaseDepartureResource(
            Access access,
            Checks checks,
            UnitOfWork work,
            Returns returns,
            Departures departures,
            RecordingDeparture recording) {
        this.access = access;
        this.checks = checks;
        this.work = work;
        this.returns = returns;
        this.departures = departures;
        this.recording = recording;
    }

    /**
     * @param landedAt of the person's flight; null if it is not known
     * @param leftAt null if the person is still there, or it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ReceptionTimes",
            requiredProperties = {"registeredAt"})
    record View(Instant landedAt, Instant registeredAt, Instant leftAt) {
        static View of(Departures.Times times) {
            return new View(times.landedAt(), times.registeredAt(), times.leftAt());
        }
    }

    @GET
    @Operation(
            operationId = "readReceptionTimes",
            summary = "Reads when a person landed, was registered, and left the reception point")
    public Uni<View> read(UUID caseId) {
        InstitutionId own = access.caller().mustHaveInstitution();
        return work.read(session -> returns.of(session, caseId, own).chain(returnCase -> view(session, returnCase)));
    }

    @PUT
    @Operation(
            operationId = "correctDeparture",
            summary = "Records or corrects when a person left the reception point",
            description = "The last report counts: one that was written (`writtenAt`) before it changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "422", description = "The person would leave before landing")
    public Uni<View> correct(UUID caseId, CaseDepartureReport report) {
        InstitutionId own = access.caller().mustHaveInstitution();
        return work.run(session -> returns.toChange(session, caseId, own)
                .invoke(returnCase -> checks.form(report))
                .call(returnCase -> recording.correct(session, returnCase, report))
                .chain(returnCase -> view(session, returnCase)));
    }

    @DELETE
    @Operation(
            operationId = "takeBackDeparture",
            summary = "Takes back that a person left, which was recorded in error",
            description = "A second time changes nothing.")
    @APIResponse(responseCode = "204")
    public Uni<Response> takeBack(UUID caseId) {
        InstitutionId own = access.caller().mustHaveInstitution();
        return work.run(session -> returns.toChange(session, caseId, own)
                        .chain(returnCase -> recording.takeBack(session, returnCase)))
                .map(nothing -> Response.noContent().build());
    }

    private Uni<View> view(Mutiny.Session session, ReturnCase returnCase) {
        return departures.of(session, returnCase.id()).map(View::of);
    }
}
