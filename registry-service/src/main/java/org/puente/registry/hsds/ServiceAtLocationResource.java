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
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.registry.directory.PublicPlaces;

/** The places where people can ask for the region's offers in person. */
@Tag(name = "HSDS")
@Path("/hsds/service_at_locations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ServiceAtLocationResource {
    private final PublicPlaces places;
    private final Responder responder;

    ServiceAtLocationResource(PublicPlaces places, Responder responder) {
        this.places = places;
        this.responder = responder;
    }

    /**
     * Services at locations in pages.
     *
     * @param full adds all nested objects to each entry
     * @param postcode refused: no location here has one
     * @param proximity refused: no location here has coordinates
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ListParameters.LINES_TYPE})
    @Operation(operationId = "listServicesAtLocations", summary = "Lists where services can be asked for, in pages")
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
                                                        implementation = ServiceAtLocation.class))),
                @Content(mediaType = ListParameters.LINES_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> list(
            @BeanParam ListParameters parameters,
            @BeanParam Filters filters,
            @Parameter(description = "Each with all that belongs to it") @QueryParam("full") boolean full,
            @Parameter(description = "Refused: no location here has one") @QueryParam("postcode") String postcode,
            @Parameter(description = "Refused: no location here has coordinates") @QueryParam("proximity")
                    String proximity) {
        if (postcode != null || proximity != null) {
            throw ProblemException.of(ProblemKind.INVALID, "no-postcodes");
        }
        return responder.list(
                parameters, filters, places::list, full ? ServiceAtLocation::full : ServiceAtLocation::brief);
    }

    /** A service at a location, with all nested objects. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readServiceAtLocation", summary = "Reads a service at a location")
    public Uni<RestResponse<ServiceAtLocation>> read(UUID id, @HeaderParam("Accept-Language") String languages) {
        return responder.entry(languages, session -> places.one(session, id), ServiceAtLocation::full);
    }
}
