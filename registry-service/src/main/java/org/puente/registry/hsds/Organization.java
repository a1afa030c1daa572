package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.registry.directory.PublicLocation;
import org.puente.registry.directory.StableId;
import org.puente.registry.wording.Wording;

/**
 * An institution in the form of HSDS.
 *
 * @param organizationIdentifiers null in a brief list, as all nested objects are
 * @param locations its reception points
 * @param services its offers, without restricted ones
 */
@JsonNaming(SnakeCaseStrategy.class)
record Organization(
        UUID id,
        String name,
        String description,
        List<Identifier> organizationIdentifiers,
        List<Location> locations,
        List<?> services) {

    /** The id of an institution in Puente. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Identifier(UUID id, UUID organizationId, String identifierType, String identifier) {}

    static UUID idOf(InstitutionPublished institution) {
        return StableId.of(institution.node(), institution.subject());
    }

    static Organization brief(InstitutionPublished institution, Wording wording) {
        return new Organization(
                idOf(institution), institution.name(), wording.description(institution), null, null, null);
    }

    /**
     * @param services brief or full
     */
    static Organization full(InstitutionPublished institution, List<?> services, Wording wording) {
        UUID id = idOf(institution);
        String slug = institution.institution().value();
        return new Organization(
                id,
                institution.name(),
                wording.description(institution),
                List.of(new Identifier(StableId.of(id, "identifier"), id, "Puente", slug)),
                institution.receptionPoints().stream()
                        .map(point -> new PublicLocation(institution, point))
                        .map(place -> Location.of(place, wording))
                        .toList(),
                services);
    }
}
