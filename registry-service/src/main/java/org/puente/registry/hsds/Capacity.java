package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.registry.directory.PublicOffer;
import org.puente.registry.directory.StableId;
import org.puente.registry.wording.Wording;

/**
 * How many people a service can still take (service_capacity of HSDS 3.1).
 *
 * @param available as the referral-service of the offer's node last published
 */
@JsonNaming(SnakeCaseStrategy.class)
record Capacity(UUID id, UUID serviceId, Unit unit, int available, int maximum, Instant updated) {

    /**
     * The unit that is counted (HSDS 3.1, unit).
     *
     * @param identifier code of the unit in Puente's contracts
     */
    record Unit(UUID id, String name, String scheme, String identifier) {}

    static UUID idOf(UUID service) {
        return StableId.of(service, "capacity");
    }

    /** Empty if there is no limit, or if the free places have not been published yet. */
    static List<Capacity> of(PublicOffer entry, Wording wording) {
        return entry.capacity() == null || entry.offer().capacity() == null
                ? List.of()
                : List.of(of(entry.id(), entry.capacity(), wording));
    }

    private static Capacity of(UUID service, CapacityChanged capacity, Wording wording) {
        String unit = capacity.unit().code();
        return new Capacity(
                idOf(service),
                service,
                new Unit(StableId.of(service, "unit/" + unit), wording.text("unit-" + unit), "Puente", unit),
                capacity.available(),
                capacity.maximum(),
                Service.millis(capacity.updatedAt()));
    }
}
