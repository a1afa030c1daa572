package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.puente.registry.directory.PublicLocation;
import org.puente.registry.directory.StableId;
import org.puente.registry.wording.Wording;

/**
 * A reception point as HSDS has it; its address isn't in the directory.
 *
 * @param externalIdentifier the id by which it goes in Puente
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
