package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.puente.contracts.Contact;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DirectoryStatus;
import org.puente.registry.directory.StableId;

/**
 * An offer as HSDS has it, with what a list shows of it.
 *
 * @param alternateName in the other language; null if there is none
 * @param organization null inside of the organization itself
 */
@JsonNaming(SnakeCaseStrategy.class)
record Service(
        UUID id,
        UUID organizationId,
        String name,
        String alternateName,
        URI url,
        String email,
        String status,
        String eligibilityDescription,
        Integer minimumAge,
        Integer maximumAge,
        LocalDate assuredDate,
        Instant lastModified,
        Organization organization) {

    private static final Contact NONE = new Contact(null, null, null);

    static UUID idOf(OfferPublished offer) {
        return StableId.of(offer.node(), offer.subject());
    }

    /**
     * @param institution null if its state hasn't come yet, or isn't to be shown
     */
    static Service brief(OfferPublished offer, InstitutionPublished institution, Wording wording) {
        Contact contact = offer.contact() == null ? NONE : offer.contact();
        return new Service(
                idOf(offer),
                StableId.of(offer.node(), "institution/" + offer.institution()),
                wording.name(offer.name()),
                wording.otherName(offer.name()),
                contact.web(),
                contact.email(),
                status(offer.status()),
                new EligibilityWords(wording).of(offer.eligibility()),
                offer.eligibility().minAge(),
                offer.eligibility().maxAge(),
                offer.assuredOn(),
                offer.updatedAt().truncatedTo(ChronoUnit.MILLIS),
                institution == null ? null : Organization.brief(institution, wording));
    }

    private static String status(DirectoryStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case PAUSED -> "temporarily closed";
            case WITHDRAWN -> "defunct";
        };
    }
}
