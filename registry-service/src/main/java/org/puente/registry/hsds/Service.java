package org.puente.registry.hsds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import org.puente.contracts.Contact;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.StableId;
import org.puente.registry.directory.Term;
import org.puente.registry.wording.EligibilityWords;
import org.puente.registry.wording.Wording;

/**
 * An offer in the form of HSDS, with the fields that a list shows.
 *
 * @param alternateName the name in the other language; null if there is none
 * @param alert null if there is nothing to know before a referral
 * @param organization null inside of the organization itself, and until its entry has arrived
 */
@JsonNaming(SnakeCaseStrategy.class)
record Service(
        UUID id,
        UUID organizationId,
        String name,
        String alternateName,
        String description,
        URI url,
        String email,
        String status,
        String eligibilityDescription,
        Integer minimumAge,
        Integer maximumAge,
        LocalDate assuredDate,
        String alert,
        Instant lastModified,
        Organization organization) {

    private static final Contact NONE = new Contact(null, null, null);

    /** An entry of a minimal list: only the id and the time of the last change. */
    record Minimal(UUID id, @JsonProperty("modified_date") Instant modified) {
        static Minimal of(PublicOffer entry) {
            return new Minimal(entry.id(), millis(entry.modified()));
        }
    }

    static Service brief(PublicOffer entry, RenderContext context) {
        return of(
                entry,
                context,
                entry.institution() == null ? null : Organization.brief(entry.institution(), context.wording()));
    }

    /** The form inside of its organization. */
    static Service within(PublicOffer entry, RenderContext context) {
        return of(entry, context, null);
    }

    private static Service of(PublicOffer entry, RenderContext context, Organization organization) {
        OfferPublished offer = entry.offer();
        Wording wording = context.wording();
        Contact contact = offer.contact() == null ? NONE : offer.contact();
        return new Service(
                entry.id(),
                StableId.of(offer.node(), "institution/" + offer.institution()),
                wording.name(offer.name()),
                wording.otherName(offer.name()),
                description(offer, wording),
                contact.web(),
                contact.email(),
                status(offer.status()),
                new EligibilityWords(wording).of(offer.eligibility()),
                offer.eligibility().minAge(),
                offer.eligibility().maxAge(),
                offer.assuredOn(),
                Alert.of(offer, context),
                millis(entry.modified()),
                organization);
    }

    /** The terms of the offer as text; institutions write no free text into the directory. */
    private static String description(OfferPublished offer, Wording wording) {
        return Term.of(offer).stream()
                .map(term -> wording.text("term-" + term.facet().code()) + ": " + TaxonomyTerm.name(term, wording))
                .collect(Collectors.joining("; "));
    }

    private static String status(DirectoryStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case PAUSED -> "temporarily closed";
            case WITHDRAWN -> "defunct";
        };
    }

    /** "Should have millisecond accuracy" (HSDS 3.0, service.last_modified). */
    static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
