package org.puente.registry.hsds;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.web.Refusal;
import org.puente.registry.directory.Part;
import org.puente.registry.wording.Wording;

/** The taxonomies: there is one, the region's own. */
@Path("/hsds/taxonomies")
@PermitAll
class TaxonomyResource {

    /** Taxonomies in pages. */
    @GET
    @APIResponseSchema(Page.class)
    public Response list(@BeanParam Paged paged) {
        Words words = new Words(paged.words());
        List<Taxonomy> all =
                Stream.of(Taxonomy.in(paged.wording()))
                        .filter(it -> words.allIn(it.name() + " " + it.description()))
                        .toList();
        Pager pager = paged.pager();
        return paged.answer(
                pager, new Part<>(pager.of(all), all.size()), Function.<Taxonomy>identity());
    }

    /** A taxonomy. */
    @GET
    @Path("/{id}")
    public RestResponse<Taxonomy> read(UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        if (!id.equals(Taxonomy.ID)) {
            throw Refusal.notFound();
        }
        return Spoken.in(wording, Taxonomy.in(wording));
    }
}
