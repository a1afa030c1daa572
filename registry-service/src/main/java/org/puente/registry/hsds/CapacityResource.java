package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.wording.Wording;

/**
 * The free places, for clients that need nothing else and ask often. HSDS 3.1 has the object inside
 * of a service, as this API does too; it has no such endpoint.
 */
@Tag(name = "HSDS")
@Path("/hsds/service_capacities")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class CapacityResource {
    private final UnitOfWork work;
    private final PublicOffers offers;
    private final Responder responder;

    CapacityResource(UnitOfWork work, PublicOffers offers, Responder responder) {
        this.work = work;
        this.offers = offers;
        this.responder = responder;
    }

    /** Capacities in pages; {@code modified_after} selects those that changed. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ListParameters.LINES_TYPE})
    @Operation(operationId = "listCapacities", summary = "Lists what is free, in pages")
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
                                                        implementation = Capacity.class))),
                @Content(mediaType = ListParameters.LINES_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> list(@BeanParam ListParameters parameters, @BeanParam Filters filters) {
        return responder.list(
                parameters,
                filters,
                offers::counted,
                (entry, context) -> Capacity.of(entry, context.wording()).getFirst());
    }

    /** The capacity of a service. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readCapacity", summary = "Reads the capacity of a service")
    public Uni<RestResponse<Capacity>> read(UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        return work.read(session -> service(session, id))
                .map(entry -> entry == null ? List.<Capacity>of() : Capacity.of(entry, wording))
                .map(found -> found.stream().findFirst().orElseThrow(ProblemException::notFound))
                .map(body -> LocalizedAnswer.in(wording, body));
    }

    /** The service can't be read from the id of its capacity, so the ids of all services are tried. */
    private Uni<PublicOffer> service(Mutiny.Session session, UUID capacity) {
        return offers.ids(session)
                .map(ids -> ids.stream()
                        .filter(s -> Capacity.idOf(s).equals(capacity))
                        .toList())
                .chain(found -> found.isEmpty() ? Uni.createFrom().nullItem() : offers.one(session, found.getFirst()));
    }
}
