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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.registry.directory.Part;
import org.puente.registry.directory.PublicOffers;
import org.puente.registry.forms.Policy;
import org.puente.registry.wording.Wording;

/** The terms of the region's taxonomy. */
@Tag(name = "HSDS")
@Path("/hsds/taxonomy_terms")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class TaxonomyTermResource {
    private final UnitOfWork work;
    private final PublicOffers offers;
    private final Policy policy;

    TaxonomyTermResource(UnitOfWork work, PublicOffers offers, Policy policy) {
        this.work = work;
        this.offers = offers;
        this.policy = policy;
    }

    /**
     * Terms in pages; each term follows its parent.
     *
     * @param topOnly only terms without a parent
     * @param parentId only terms of this parent
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, ListParameters.LINES_TYPE})
    @Operation(operationId = "listTaxonomyTerms", summary = "Lists the terms of the taxonomy, in pages")
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
                                                        implementation = TaxonomyTerm.class))),
                @Content(mediaType = ListParameters.LINES_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> list(
            @BeanParam ListParameters parameters,
            @Parameter(description = "Only terms of this taxonomy") @QueryParam("taxonomy_id") String taxonomyId,
            @Parameter(description = "Only terms that stand under no other") @QueryParam("top_only") boolean topOnly,
            @Parameter(description = "Only terms that stand under this one") @QueryParam("parent_id") String parentId) {
        UUID taxonomy = Filters.id("taxonomy_id", taxonomyId);
        UUID parent = Filters.id("parent_id", parentId);
        Words words = new Words(parameters.words());
        PageRequest page = parameters.pageRequest();
        return work.read(session -> Terms.read(session, offers, policy))
                .map(terms -> brief(terms, parameters.wording()))
                .map(terms -> terms.stream()
                        .filter(t -> taxonomy == null || t.taxonomyId().equals(taxonomy))
                        .filter(t -> !topOnly || t.parentId() == null)
                        .filter(t -> parent == null || parent.equals(t.parentId()))
                        .filter(t -> words.allIn(t.name() + " " + t.description()))
                        .toList())
                .map(terms -> parameters.answer(
                        page, new Part<>(page.of(terms), terms.size()), Function.<TaxonomyTerm>identity()));
    }

    private static List<TaxonomyTerm> brief(Terms terms, Wording wording) {
        return terms.all().stream()
                .map(term -> TaxonomyTerm.brief(term, wording))
                .toList();
    }

    /** A term with its taxonomy. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readTaxonomyTerm", summary = "Reads a term of the taxonomy")
    public Uni<RestResponse<TaxonomyTerm>> read(UUID id, @HeaderParam("Accept-Language") String languages) {
        Wording wording = Wording.preferred(languages);
        return work.read(session -> Terms.read(session, offers, policy))
                .map(terms -> terms.find(id).orElseThrow(ProblemException::notFound))
                .map(term -> LocalizedAnswer.in(wording, TaxonomyTerm.full(term, wording)));
    }
}
