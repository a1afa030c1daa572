package org.puente.registry.freshness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.LocalizedText;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Limit;
import org.puente.platform.web.Paging;
import org.puente.platform.web.Query;
import org.puente.registry.directory.Assurance;
import org.puente.registry.directory.OwnEntries;
import org.puente.registry.directory.OwnEntry;
import org.puente.registry.directory.OwnEntry.Kind;

/** This node's entries as they are published, for editors and operators. */
@Tag(name = "Directory", description = "The entries of the directory, for those who keep them up")
@Path("/v1/directory/entries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"directory-editor", "operator"})
class EntryResource {
    private final UnitOfWork work;
    private final OwnEntries entries;
    private final Assurance assurance;
    private final Scope scope;

    EntryResource(UnitOfWork work, OwnEntries entries, Assurance assurance, Scope scope) {
        this.work = work;
        this.entries = entries;
        this.assurance = assurance;
        this.scope = scope;
    }

    /**
     * @param assuredOn null if nobody has ever assured the entry
     * @param stale whether the last assurance is too old by the policy, or missing; false once
     *     withdrawn
     * @param staleFrom the first day on which it is stale unless assured again; null if nobody has
     *     ever assured it
     */
    @Schema(requiredProperties = {"kind", "id", "institution", "name", "status", "stale", "updatedAt"})
    record Entry(
            Kind kind,
            String id,
            InstitutionId institution,
            LocalizedText name,
            DirectoryStatus status,
            LocalDate assuredOn,
            boolean stale,
            LocalDate staleFrom,
            Instant updatedAt) {}

    private Entry entry(OwnEntry entry) {
        return new Entry(
                entry.kind(),
                entry.id(),
                entry.institution(),
                entry.name(),
                entry.status(),
                entry.assuredOn(),
                entry.status() != DirectoryStatus.WITHDRAWN && assurance.stale(entry.assuredOn()),
                assurance.staleFrom(entry.assuredOn()),
                entry.updatedAt());
    }

    /**
     * Entries in the order of their last change: of the caller's institution; for operators, of all
     * institutions.
     *
     * @param kind {@code institution} or {@code offer}
     * @param stale {@code true} for stale entries, {@code false} for the others; all if absent
     * @param modifiedAfter RFC 3339
     */
    @GET
    @Operation(
            operationId = "listEntries",
            summary = "Lists entries in the order of their last change",
            description = "Of the caller's institution; for operators, of all.")
    public Uni<RestResponse<Paging.Page<Entry>>> list(
            @Parameter(description = "`institution` or `offer`; all if absent") @QueryParam("kind") String kind,
            @Parameter(description = "`true` for entries that are stale, `false` for the others; all" + " if absent")
                    @QueryParam("stale")
                    Boolean stale,
            @QueryParam("modifiedAfter") String modifiedAfter,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Paging paging = Paging.of(limit, cursor, uri);
        OwnEntries.Wanted wanted = new OwnEntries.Wanted(
                scope.institution(),
                Query.code("kind", Kind.class, kind),
                stale,
                Query.instant("modifiedAfter", modifiedAfter));
        return work.read(session -> entries.list(session, wanted, paging))
                .map(rows -> paging.page(uri, rows, this::entry, OwnEntry::updatedAt, OwnEntry::key));
    }
}
