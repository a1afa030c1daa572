package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.registry.directory.DirectoryFilter;
import org.puente.registry.directory.Part;
import org.puente.registry.directory.PublicInstitutions;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.wording.Wording;

/** The institutions of the region. */
@Tag(name = "HSDS")
@Path("/hsds/organizations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class OrganizationResource {
    private final UnitOfWork work;
    private final PublicInstitutions institutions;
    private final PublicOffers offers;
    private final RenderContext.Of contexts;

    OrganizationResource(
            UnitOfWork work, PublicInstitutions institutions, PublicOffers offers, RenderContext.Of contexts) {
        this.work = work;
        this.institutions = institutions;
        this.offers = offers;
        this.contexts = contexts;
    }

    /**
     * Institutions in pages.
     *
     * @param full adds the places and services of each institution
     * @param fullService as {@code full}, and each service with all nested objects
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ListParameters.LINES_TYPE})
    @Operation(operationId = "listOrganizations", summary = "Lists institutions, in pages")
    @APIResponse(
            responseCode = "200",
            description = "A page; with `format=ndjson` all, one on each line",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        allOf = Page.class,
                                        properties =
                                                @SchemaProperty(
                                                        name = "contents",
                                                        type = SchemaType.ARRAY,
                                                        implementation = Organization.class))),
                @Content(mediaType = ListParameters.LINES_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> list(
            @BeanParam ListParameters parameters,
            @Parameter(description = "Only what changed at or after this instant or day (RFC 3339)")
                    @QueryParam("modified_after")
                    String modifiedAfter,
            @Parameter(description = "Each with its places and services") @QueryParam("full") boolean full,
            @Parameter(description = "As `full`, and each service with all that belongs to it")
                    @QueryParam("full_service")
                    boolean fullService) {
        PageRequest page = parameters.pageRequest();
        RenderContext context = contexts.in(parameters.wording());
        DirectoryFilter by = new DirectoryFilter(
                parameters.words(), null, List.of(), Filters.instant("modified_after", modifiedAfter));
        return work.read(session -> institutions
                        .list(session, by, page.rows())
                        .chain(part -> full || fullService
                                ? full(session, part, context, fullService)
                                : Uni.createFrom().item(brief(part, context))))
                .map(part -> parameters.answer(page, part, Function.<Organization>identity()));
    }

    private static Part<Organization> brief(Part<InstitutionPublished> part, RenderContext context) {
        return part.map(institution -> Organization.brief(institution, context.wording()));
    }

    private Uni<Part<Organization>> full(
            Mutiny.Session session, Part<InstitutionPublished> part, RenderContext context, boolean fullService) {
        return offers.of(
                        session, part.entries().stream().map(Organization::idOf).toList())
                .map(found ->
                        found.stream().collect(Collectors.groupingBy(entry -> Organization.idOf(entry.institution()))))
                .map(services -> part.map(one -> full(one, services, context, fullService)));
    }

    private static Organization full(
            InstitutionPublished institution,
            Map<UUID, List<PublicOffer>> services,
            RenderContext context,
            boolean fullService) {
        Function<PublicOffer, Object> shown =
                fullService ? entry -> FullService.within(entry, context) : entry -> Service.within(entry, context);
        return Organization.full(
                institution,
                services.getOrDefault(Organization.idOf(institution), List.of()).stream()
                        .map(shown)
                        .toList(),
                context.wording());
    }

    /**
     * An institution with its places and services.
     *
     * @param fullService shows each service with all nested objects
     */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readOrganization", summary = "Reads an institution with its places and services")
    public Uni<RestResponse<Organization>> read(
            UUID id,
            @Parameter(description = "As `full`, and each service with all that belongs to it")
                    @QueryParam("full_service")
                    boolean fullService,
            @HeaderParam("Accept-Language") String languages) {
        RenderContext context = contexts.in(Wording.preferred(languages));
        return work.read(session -> institutions
                        .one(session, id)
                        .onItem()
                        .ifNull()
                        .failWith(ProblemException::notFound)
                        .map(found -> new Part<>(List.of(found), 1))
                        .chain(one -> full(session, one, context, fullService)))
                .map(part ->
                        LocalizedAnswer.in(context.wording(), part.entries().getFirst()));
    }
}
