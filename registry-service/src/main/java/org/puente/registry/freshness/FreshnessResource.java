package org.puente.registry.freshness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.registry.directory.Assurance;
import org.puente.registry.directory.OwnEntries;
import org.puente.registry.directory.OwnEntries.Count;

/** The number of stale entries, by institution. */
@Tag(name = "Directory")
@Path("/v1/directory/freshness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"directory-editor", "operator"})
class FreshnessResource {
    private final UnitOfWork work;
    private final OwnEntries entries;
    private final Assurance assurance;
    private final Scope scope;
    private final Clock clock;

    FreshnessResource(UnitOfWork work, OwnEntries entries, Assurance assurance, Scope scope, Clock clock) {
        this.work = work;
        this.entries = entries;
        this.assurance = assurance;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * The numbers in total and by institution; withdrawn entries don't count.
     *
     * @param assuredFor how long an assurance holds (ISO 8601)
     */
    @Schema(requiredProperties = {"asOf", "assuredFor", "entries", "stale", "institutions"})
    record Freshness(Instant asOf, Duration assuredFor, long entries, long stale, List<OfInstitution> institutions) {}

    /**
     * @param oldestAssurance the oldest assurance; null if no entry was ever assured
     */
    @Schema(
            name = "InstitutionFreshness",
            requiredProperties = {"institution", "entries", "stale"})
    record OfInstitution(InstitutionId institution, long entries, long stale, LocalDate oldestAssurance) {

        private static OfInstitution of(Count count) {
            return new OfInstitution(
                    new InstitutionId(count.of()), count.entries(), count.stale(), count.oldestAssurance());
        }
    }

    /** The numbers of the caller's institution; for operators, of all institutions of the node. */
    @GET
    @Operation(
            operationId = "readFreshness",
            summary = "Counts the entries that can no longer be relied on",
            description = "Of the caller's institution; for operators, of all in the node.")
    public Uni<Freshness> read() {
        InstitutionId institution = scope.institution();
        return work.read(session -> entries.countByInstitution(session, institution))
                .map(this::freshness);
    }

    private Freshness freshness(List<Count> counts) {
        return new Freshness(
                clock.instant(),
                assurance.assuredFor(),
                counts.stream().mapToLong(Count::entries).sum(),
                counts.stream().mapToLong(Count::stale).sum(),
                counts.stream().map(OfInstitution::of).toList());
    }
}
