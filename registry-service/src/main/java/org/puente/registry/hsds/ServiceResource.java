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
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.PublicOffers;

/** The offers of the region. */
@Tag(name = "HSDS")
@Path("/hsds/services")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ServiceResource {
    private final PublicOffers offers;
    private final Responder responder;

    ServiceResource(PublicOffers offers, Responder responder) {
        this.offers = offers;
        this.responder = responder;
    }

    /**
     * Services in pages, each with its organization.
     *
     * @param minimal only ids and times of change; on one page unless {@code per_page} is given
     * @param full adds all nested objects to each service
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ListParameters.LINES_TYPE})
    @Operation(operationId = "listServices", summary = "Lists services, in pages")
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
                                                        implementation = Object.class))),
                @Content(mediaType = ListParameters.LINES_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> list(
            @BeanParam ListParameters parameters,
            @BeanParam Filters filters,
            @Parameter(description = "Only ids and when they changed; on one page unless `per_page` is given")
                    @QueryParam("minimal")
                    boolean minimal,
            @Parameter(description = "Each with all that belongs to it") @QueryParam("full") boolean full) {
        PageRequest page = minimal ? parameters.wholeUnlessPaged() : parameters.pageRequest();
        return responder.list(parameters, page, filters, offers::list, shown(minimal, full));
    }

    private static BiFunction<PublicOffer, RenderContext, ?> shown(boolean minimal, boolean full) {
        if (minimal) {
            return (entry, context) -> Service.Minimal.of(entry);
        }
        return full ? FullService::of : Service::brief;
    }

    /** A service with all nested objects. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readService", summary = "Reads a service, with all that belongs to it")
    public Uni<RestResponse<FullService>> read(UUID id, @HeaderParam("Accept-Language") String languages) {
        return responder.entry(languages, session -> offers.one(session, id), FullService::of);
    }
}
