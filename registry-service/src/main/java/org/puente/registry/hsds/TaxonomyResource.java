package org.puente.registry.hsds;

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
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.problems.ProblemException;
import org.puente.registry.directory.Part;
import org.puente.registry.wording.Wording;

/** The taxonomies; there is only the region's own. */
@Tag(name = "HSDS")
@Path("/hsds/taxonomies")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class TaxonomyResource {

    /** Taxonomies in pages. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ListParameters.LINES_TYPE})
    @Operation(operationId = "listTaxonomies", summary = "Lists the taxonomies, in pages")
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
                                                        implementation = Taxonomy.class))),
                @Content(mediaType = ListParameters.LINES_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(@BeanParam ListParameters parameters) {
        Words words = new Words(parameters.words());
        List<Taxonomy> all = Stream.of(Taxonomy.in(parameters.wording()))
                .filter(taxonomy -> words.allIn(taxonomy.name() + " " + taxonomy.description()))
                .toList();
        PageRequest page = parameters.pageRequest();
        return parameters.answer(page, new Part<>(page.of(all), all.size()), Function.<Taxonomy>identity());
    }

    /** A taxonomy. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readTaxonomy", summary = "Reads a taxonomy")
    public RestResponse<Taxonomy> read(UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        if (!id.equals(Taxonomy.ID)) {
            throw ProblemException.notFound();
        }
        return LocalizedAnswer.in(wording, Taxonomy.in(wording));
    }
}
