package org.puente.registry.coverage;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.text.Subdivisions;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.CsvFormat;
import org.puente.registry.directory.Assurance;
import org.puente.registry.directory.RegionOffers;

/** The map of the region's services, as JSON and as CSV. */
@Tag(name = "Directory")
@Path("/v1/directory/map")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"directory-editor", "case-manager", "operator", "secretariat"})
class CoverageResource {
    /**
     * Roles that are responsible for the whole map; only they see where shelters of other
     * institutions are.
     */
    private static final Set<String> SEE_WHAT_IS_RESTRICTED = Set.of("operator", "secretariat");

    private static final Subdivisions KNOWN = Subdivisions.ofThisBuild();

    private final UnitOfWork work;
    private final RegionOffers region;
    private final Assurance assurance;
    private final Access access;
    private final Clock clock;

    CoverageResource(UnitOfWork work, RegionOffers region, Assurance assurance, Access access, Clock clock) {
        this.work = work;
        this.region = region;
        this.assurance = assurance;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Overlaps and gaps by area, level, dimension and category.
     *
     * @param node only the territory of this node's country
     * @param level only this level
     * @param dimension only this dimension
     * @param category only this category
     * @param cover only this cover: {@code gap}, {@code covered} or {@code overlap}
     * @param format {@code csv} or {@code json}; if absent, the Accept header decides
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFormat.TYPE})
    @Operation(
            operationId = "readCoverage",
            summary = "Maps overlaps and gaps of services by area, level, dimension and category")
    @APIResponse(
            responseCode = "200",
            description = "The map, as JSON or as CSV",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CoverageTable.class)),
                @Content(mediaType = CsvFormat.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> map(
            @Parameter(description = "Only the territory of this node's country") @QueryParam("node") String node,
            @Parameter(description = "Only this level: individual, community or structural") @QueryParam("level")
                    String level,
            @Parameter(description = "Only this dimension: economic, social or psychosocial") @QueryParam("dimension")
                    String dimension,
            @Parameter(description = "Only this category of service") @QueryParam("category") String category,
            @Parameter(description = "Only `gap`, `covered` or `overlap`") @QueryParam("cover") String cover,
            @Parameter(description = "`csv` or `json`; if absent, `Accept` decides") @QueryParam("format")
                    String format,
            @Context HttpHeaders headers) {
        Caller caller = access.caller();
        boolean csv = CsvFormat.isWanted(format, headers);
        return work.read(session -> region.nodes(session)
                        .chain(nodes -> table(
                                session,
                                caller,
                                nodes,
                                CoverageFilter.of(nodes, node, level, dimension, category, cover))))
                .map(table -> csv ? csv(table) : json(table));
    }

    private Uni<CoverageTable> table(
            Mutiny.Session session, Caller caller, List<NodePublished> nodes, CoverageFilter wanted) {
        boolean all = !Collections.disjoint(caller.roles(), SEE_WHAT_IS_RESTRICTED);
        return region.standing(session)
                .map(offers -> table(
                        nodes,
                        offers.stream()
                                .filter(offer -> all || maySee(caller, offer))
                                .toList(),
                        wanted,
                        all));
    }

    private static boolean maySee(Caller caller, OfferPublished offer) {
        return !offer.restricted() || caller.is(offer.institution());
    }

    private CoverageTable table(
            List<NodePublished> nodes, List<OfferPublished> offers, CoverageFilter wanted, boolean withRestricted) {
        wanted.mustBeKnown(offers);
        Stream<String> mentioned = offers.stream().flatMap(offer -> offer.coverage().stream());
        Territory territory =
                Territory.of(KNOWN, nodes.stream().map(NodePublished::country).toList(), mentioned.toList());
        return CoverageTable.of(
                CoverageMap.of(offers, territory), wanted, territory, withRestricted, assurance, clock.instant());
    }

    private static Response csv(CoverageTable table) {
        return Response.ok(CoverageCsv.text(table), CsvFormat.MEDIA_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"map.csv\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static Response json(CoverageTable table) {
        return Response.ok(table, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
