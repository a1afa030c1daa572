package org.puente.registry.directory;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.ReceptionPoint;
import org.puente.platform.json.Json;

/** A place where an institution receives people. */
public record PublicLocation(InstitutionPublished institution, ReceptionPoint point) {

    /** Reads a row of the institution's state and the point's id. */
    static PublicLocation of(Object[] row) {
        InstitutionPublished institution = Json.read((String) row[0], InstitutionPublished.class);
        return new PublicLocation(institution, point(institution, (String) row[1]));
    }

    static ReceptionPoint point(InstitutionPublished institution, String id) {
        return institution.receptionPoints().stream()
                .filter(point -> point.id().value().equals(id))
                .findFirst()
                .orElseThrow(NoSuchElementException::new);
    }

    /** The stable id of the location. */
    public UUID id() {
        UUID institutionId = StableId.of(institution.node(), institution.subject());
        return PublicPlaces.id(institutionId, point.id().value());
    }
}
