package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.StableId;
import org.puente.registry.directory.Term;
import org.puente.registry.wording.Wording;

/**
 * A taxonomy term of a service.
 *
 * @param linkType level, dimension or category
 * @param linkEntity always "service"
 */
@JsonNaming(SnakeCaseStrategy.class)
record Attribute(
        UUID id, UUID linkId, UUID taxonomyTermId, String linkType, String linkEntity, TaxonomyTerm taxonomyTerm) {

    static List<Attribute> of(PublicOffer entry, Wording wording) {
        return Term.of(entry.offer()).stream()
                .map(term -> new Attribute(
                        StableId.of(entry.id(), term.facet().code()),
                        entry.id(),
                        TaxonomyTerm.idOf(term),
                        term.facet().code(),
                        "service",
                        TaxonomyTerm.brief(term, wording)))
                .toList();
    }
}
