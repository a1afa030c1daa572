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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.UnitOfWork;
import org.puente.platform.web.Refusal;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.wording.Wording;

/** The offers of the region. */
@Path("/hsds/services")
@PermitAll
class ServiceResource {
    private final UnitOfWork work;
    private final PublicOffers offers;
    private final Lists lists;
    private final Face.Of faces;

    ServiceResource(UnitOfWork work, PublicOffers offers, Lists lists, Face.Of faces) {
        this.work = work;
        this.offers = offers;
        this.lists = lists;
        this.faces = faces;
    }

    /**
     * Services in pages, each with its organization.
     *
     * @param minimal only what there is and when it changed, on one page unless a number is asked
     *     for
     * @param full each with all that belongs to it
     */
    @GET
    @APIResponseSchema(Page.class)
    public Uni<Response> list(
            @BeanParam Paged paged,
            @BeanParam Filters filters,
            @QueryParam("minimal") boolean minimal,
            @QueryParam("full") boolean full) {
        Pager pager = minimal ? paged.wholeUnlessPaged() : paged.pager();
        return lists.answer(paged, pager, filters, offers::list, shown(minimal, full));
    }

    private static BiFunction<PublicOffer, Face, ?> shown(boolean minimal, boolean full) {
        if (minimal) {
            return (entry, face) -> Service.Minimal.of(entry);
        }
        return full ? FullService::of : Service::brief;
    }

    /** A service with all that belongs to it. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<FullService>> read(
            UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        return work.read(session -> offers.one(session, id))
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .map(entry -> FullService.of(entry, faces.in(wording)))
                .map(body -> Spoken.in(wording, body));
    }
}
