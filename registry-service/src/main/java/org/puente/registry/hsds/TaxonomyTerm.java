package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.puente.platform.text.Label;
import org.puente.registry.directory.Facet;
import org.puente.registry.directory.StableId;
import org.puente.registry.directory.Term;
import org.puente.registry.wording.Wording;

/**
 * A term in the form of HSDS: level, dimension and category at the top, and the terms of each
 * below.
 *
 * @param parentId null at the top
 * @param taxonomy the taxonomy's name
 * @param taxonomyDetail null in a list, as all nested objects are
 * @param language language of name and description, ISO 639-1
 */
@JsonNaming(SnakeCaseStrategy.class)
record TaxonomyTerm(
        UUID id,
        String code,
        String name,
        String description,
        UUID parentId,
        String taxonomy,
        Taxonomy taxonomyDetail,
        String language,
        UUID taxonomyId) {

    static UUID idOf(Term term) {
        String facet = term.facet().code();
        return StableId.of(Taxonomy.ID, term.code() == null ? facet : facet + "/" + term.code());
    }

    static TaxonomyTerm brief(Term term, Wording wording) {
        return of(term, wording, null);
    }

    static TaxonomyTerm full(Term term, Wording wording) {
        return of(term, wording, Taxonomy.in(wording));
    }

    private static TaxonomyTerm of(Term term, Wording wording, Taxonomy detail) {
        String facet = term.facet().code();
        return new TaxonomyTerm(
                idOf(term),
                term.code() == null ? facet : term.code(),
                name(term, wording),
                description(term, wording),
                term.code() == null ? null : idOf(new Term(term.facet(), null)),
                wording.text("taxonomy"),
                detail,
                wording.language(),
                Taxonomy.ID);
    }

    static String name(Term term, Wording wording) {
        String facet = "term-" + term.facet().code();
        if (term.code() == null) {
            return wording.text(facet);
        }
        return term.facet() == Facet.CATEGORY
                ? wording.label(Label.Kind.CATEGORY, term.code())
                : wording.text(facet + "-" + term.code());
    }

    /** An institution may add a category of its own; of such a category only the name is known. */
    private static String description(Term term, Wording wording) {
        String code = "about-" + term.facet().code() + (term.code() == null ? "" : "-" + term.code());
        String words = wording.text(code);
        return words.equals(code) && term.facet() == Facet.CATEGORY ? wording.text("about-own-category") : words;
    }
}
