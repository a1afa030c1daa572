package org.puente.registry.hsds;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.platform.UnitOfWork;
import org.puente.platform.web.Refusal;
import org.puente.registry.directory.PublicDirectory;

/** The institutions of the region. */
@Path("/hsds/organizations")
@PermitAll
class OrganizationResource {
    private final UnitOfWork work;
    private final PublicDirectory directory;

    OrganizationResource(UnitOfWork work, PublicDirectory directory) {
        this.work = work;
        this.directory = directory;
    }

    /** All institutions, in pages. */
    @GET
    public Uni<RestResponse<Page<Organization>>> list(
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("per_page") @DefaultValue(Pager.DEFAULT) int perPage,
            @HeaderParam("Accept-Language") String languages) {
        Pager pager = new Pager(page, perPage);
        Wording wording = Wording.preferred(languages);
        return work.read(session -> directory.institutions(session, pager.offset(), perPage))
                .map(part -> Page.of(pager, part.total(), brief(part.entries(), wording)))
                .map(body -> Spoken.in(wording, body));
    }

    private static List<Organization> brief(
            List<InstitutionPublished> institutions, Wording wording) {
        return institutions.stream()
                .map(institution -> Organization.brief(institution, wording))
                .toList();
    }

    /** An institution with its places and services. */
    @GET
    @Path("/{id}")
    public Uni<RestResponse<Organization>> read(
            UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        return work.read(session -> full(session, id, wording))
                .map(body -> Spoken.in(wording, body));
    }

    private Uni<Organization> full(Mutiny.Session session, UUID id, Wording wording) {
        return directory
                .institution(session, id)
                .onItem()
                .ifNull()
                .failWith(Refusal::notFound)
                .chain(
                        found ->
                                directory
                                        .offersOf(session, found)
                                        .map(offers -> Organization.full(found, offers, wording)));
    }
}
