package org.puente.reception.flights;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Access;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;

/** An institution's flights and buses of a day. */
@Tag(
        name = "Reception point",
        description = "Help given, and the times of landing, registration and leaving, of one person or a whole flight")
@Path("/v1/flights")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("intake")
class FlightResource {
    private final Access access;
    private final Checks checks;
    private final UnitOfWork work;
    private final ReceptionDirectory directory;
    private final FlightBoard board;

    FlightResource(Access access, Checks checks, UnitOfWork work, ReceptionDirectory directory, FlightBoard board) {
        this.access = access;
        this.checks = checks;
        this.work = work;
        this.directory = directory;
        this.board = board;
    }

    @GET
    @Operation(
            operationId = "listFlights",
            summary = "Lists the flights and buses of a day: people, times in minutes, help given",
            description = "Of your institution alone, with nothing that says who the people are. In the order of"
                    + " landing, at most 500.")
    public Uni<Paging.Page<FlightBoard.Row>> list(
            @Parameter(description = "Day of the return; today if absent") @QueryParam("returnedOn")
                    String returnedOn) {
        InstitutionId own = access.caller().mustHaveInstitution();
        LocalDate day = Query.day("returnedOn", returnedOn);
        return work.read(session -> directory
                        .zone(session)
                        .chain(zone -> board.of(session, own, day == null ? checks.today(zone) : day)))
                .map(rows -> new Paging.Page<>(rows, null));
    }
}
