package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.UnitOfWork;
import org.puente.platform.web.Refusal;
import org.puente.registry.directory.PublicPlaces;
import org.puente.registry.wording.Wording;

/** Where people are received; the standard has the object and no such endpoint. */
@Path("/hsds/locations")
@PermitAll
class LocationResource {
    private final UnitOfWork work;
    private final PublicPlaces places;
    private final Lists lists;

    LocationResource(UnitOfWork work, PublicPlaces places, Lists lists) {
        this.work = work;
        this.places = places;
        this.lists = lists;
    }

    /** Locations in pages. */
    @GET
    @APIResponseSchema(Page.class)
    public Uni<Response> list(
            @BeanParam Paged paged,
            @QueryParam("organization_id") String organization,
            @QueryParam("modified_after") String modifiedAfter) {
        return lists.answer(
                paged,
                new Filters(null, null, organization, modifiedAfter),
                places::locations,
                (place, face) -> Location.of(place, face.wording()));
    }

    /** A location. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<Location>> read(
            UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        return work.read(session -> places.location(session, id))
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .map(place -> Spoken.in(wording, Location.of(place, wording)));
    }
}
