package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.puente.registry.directory.PublicLocation;
import org.puente.registry.directory.StableId;
import org.puente.registry.wording.Wording;

/**
 * A reception point in the form of HSDS; the directory has no addresses.
 *
 * @param externalIdentifier the id of the point in Puente
 */
@JsonNaming(SnakeCaseStrategy.class)
record Location(
        UUID id,
        String locationType,
        UUID organizationId,
        String name,
        String description,
        String externalIdentifier,
        String externalIdentifierType) {

    static Location of(PublicLocation place, Wording wording) {
        return new Location(
                place.id(),
                "physical",
                StableId.of(place.institution().node(), place.institution().subject()),
                place.point().name(),
                wording.text("point-" + place.point().kind().code()),
                place.point().id().value(),
                "Puente");
    }
}
