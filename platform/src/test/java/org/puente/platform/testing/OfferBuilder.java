package org.puente.platform.testing;

import java.time.Instant;
import java.util.List;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.Eligibility;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Places;

/** Makes an offer that is like another one but for what is set. */
public final class OfferBuilder {
    private final OfferPublished like;
    private InstitutionId institution;
    private NodeId node;
    private Eligibility eligibility;
    private List<String> coverage;
    private List<DossierField> needsFields;
    private List<String> languages;
    private Places capacity;
    private boolean restricted;
    private Instant updatedAt;

    private OfferBuilder(OfferPublished like) {
        this.like = like;
        institution = like.institution();
        node = like.node();
        eligibility = like.eligibility();
        coverage = like.coverage();
        needsFields = like.needsFields();
        languages = like.languages();
        capacity = like.capacity();
        restricted = like.restricted();
        updatedAt = like.updatedAt();
    }

    public static OfferBuilder like(OfferPublished offer) {
        return new OfferBuilder(offer);
    }

    public OfferBuilder institution(String id) {
        institution = new InstitutionId(id);
        return this;
    }

    public OfferBuilder node(String id) {
        node = new NodeId(id);
        return this;
    }

    public OfferBuilder eligibility(Eligibility value) {
        eligibility = value;
        return this;
    }

    public OfferBuilder coverage(List<String> value) {
        coverage = value;
        return this;
    }

    public OfferBuilder needsFields(DossierField... fields) {
        needsFields = List.of(fields);
        return this;
    }

    public OfferBuilder languages(List<String> value) {
        languages = value;
        return this;
    }

    public OfferBuilder capacity(Places value) {
        capacity = value;
        return this;
    }

    public OfferBuilder restricted(boolean value) {
        restricted = value;
        return this;
    }

    public OfferBuilder updatedAt(Instant value) {
        updatedAt = value;
        return this;
    }

    public OfferPublished build() {
        return new OfferPublished(
                like.offerId(),
                institution,
                node,
                like.name(),
                like.level(),
                like.dimension(),
                like.category(),
                eligibility,
                coverage,
                needsFields,
                like.answerWithin(),
                languages,
                like.schedule(),
                like.contact(),
                capacity,
                restricted,
                like.status(),
                like.assuredOn(),
                updatedAt);
    }
}
