package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Describes the HSDS interface: version, profile, and the place of its description. */
@Tag(name = "HSDS", description = "The directory as HSDS 3 (Open Referral) has it; public")
@Path("/hsds")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ApiResource {
    private static final URI STANDARD = URI.create("https://docs.openreferral.org/en/v3.0.0/");

    /**
     * @param version of HSDS
     * @param profile the standard itself: there is no own profile
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Api(String version, URI profile, URI openapiUrl) {}

    /** Version of the standard, its profile, and the URL of this API's description. */
    @GET
    @Operation(operationId = "describeHsds", summary = "Names the version of HSDS, and where it is described")
    public Api about(@Context UriInfo uri) {
        URI description = uri.getBaseUriBuilder()
                .path("q/openapi")
                .queryParam("format", "json")
                .build();
        return new Api("3.0", STANDARD, description);
    }
}
