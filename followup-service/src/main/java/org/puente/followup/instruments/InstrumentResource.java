package org.puente.followup.instruments;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.LocalizedText;
import org.puente.platform.problems.ProblemException;

/** The questionnaires, for case managers. */
@Tag(name = "Instruments", description = "Questionnaires")
@Path("/v1/instruments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("case-manager")
class InstrumentResource {
    private final Instruments instruments;

    InstrumentResource(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * An instrument in the list: the id and version that a visit names, the title, and the number
     * of items.
     */
    record Entry(String id, int version, LocalizedText title, int items) {
        static Entry of(Instrument it) {
            return new Entry(it.id(), it.version(), it.title(), it.items().size());
        }
    }

    /** Every version of every instrument, on one page, since there are few. */
    record Entries(List<Entry> items) {}

    /** The instruments that a visit can name, the newest version of each first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listInstruments", summary = "Lists the questionnaires")
    public Uni<Entries> list() {
        return Uni.createFrom()
                .item(new Entries(instruments.all().stream().map(Entry::of).toList()));
    }

    /**
     * A whole instrument: items, scales, texts in Spanish and English, weights.
     *
     * @param version the newest if absent
     */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readInstrument",
            summary = "Reads an instrument whole: items, scales, texts in Spanish and English, weights")
    public Uni<Instrument> show(
            String id, @Parameter(description = "The newest if absent") @QueryParam("version") Integer version) {
        Optional<Instrument> found = version == null ? instruments.newest(id) : instruments.find(id, version);
        return Uni.createFrom().item(found.orElseThrow(ProblemException::notFound));
    }
}
