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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.registry.directory.PublicPlaces;

/** The places where people are received; the standard has the object, but no such endpoint. */
@Tag(name = "HSDS")
@Path("/hsds/locations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class LocationResource {
    private final PublicPlaces places;
    private final Responder responder;

    LocationResource(PublicPlaces places, Responder responder) {
        this.places = places;
        this.responder = responder;
    }

    /** Locations in pages. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ListParameters.LINES_TYPE})
    @Operation(operationId = "listLocations", summary = "Lists locations, in pages")
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
                                                        implementation = Location.class))),
                @Content(mediaType = ListParameters.LINES_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> list(
            @BeanParam ListParameters parameters,
            @Parameter(description = "Only those of this organization") @QueryParam("organization_id")
                    String organization,
            @Parameter(description = "Only what changed at or after this instant or day (RFC 3339)")
                    @QueryParam("modified_after")
                    String modifiedAfter) {
        return responder.list(
                parameters,
                new Filters(null, null, organization, modifiedAfter),
                places::locations,
                (place, context) -> Location.of(place, context.wording()));
    }

    /** A location. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readLocation", summary = "Reads a location")
    public Uni<RestResponse<Location>> read(UUID id, @HeaderParam("Accept-Language") String languages) {
        return responder.entry(
                languages,
                session -> places.location(session, id),
                (place, context) -> Location.of(place, context.wording()));
    }
}
