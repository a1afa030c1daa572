package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.UnitOfWork;
import org.puente.platform.web.Refusal;
import org.puente.registry.directory.PublicDirectory;
import org.puente.registry.directory.PublicDirectory.Part;
import org.puente.registry.directory.PublicOffer;

/** The offers of the region. */
@Path("/hsds/services")
@PermitAll
class ServiceResource {
    private final UnitOfWork work;
    private final PublicDirectory directory;
    private final Clock clock;

    ServiceResource(UnitOfWork work, PublicDirectory directory, Clock clock) {
        this.work = work;
        this.directory = directory;
        this.clock = clock;
    }

    /** All services, in pages, each with its organization. */
    @GET
    public Uni<RestResponse<Page<Service>>> list(
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("per_page") @DefaultValue(Pager.DEFAULT) int perPage,
            @HeaderParam("Accept-Language") String languages) {
        Pager pager = new Pager(page, perPage);
        Wording wording = Wording.preferred(languages);
        return work.read(session -> directory.offers(session, pager.offset(), pager.perPage()))
                .map(part -> Page.of(pager, part.total(), brief(part, wording)))
                .map(body -> Spoken.in(wording, body));
    }

    private static List<Service> brief(Part<PublicOffer> part, Wording wording) {
        return part.entries().stream()
                .map(entry -> Service.brief(entry.offer(), entry.institution(), wording))
                .toList();
    }

    /** A service with all that belongs to it. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<FullService>> read(
            UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        return work.read(session -> directory.offer(session, id))
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .map(entry -> FullService.of(entry, clock.instant(), wording))
                .map(body -> Spoken.in(wording, body));
    }
}
