package org.puente.registry.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.puente.registry.directory.PublicPlace;

/**
 * A service at a place where people can ask for it.
 *
 * @param service brief in a list, full on request; null inside of the service itself
 */
@JsonNaming(SnakeCaseStrategy.class)
record ServiceAtLocation(
        UUID id, UUID serviceId, UUID locationId, String description, Location location, Object service) {

    static ServiceAtLocation brief(PublicPlace place, RenderContext face) {
        return of(place, face, Service.brief(place.offer(), face));
    }

    static ServiceAtLocation full(PublicPlace place, RenderContext face) {
        return of(place, face, FullService.of(place.offer(), face));
    }

    /** The form inside of its service. */
    static ServiceAtLocation within(PublicPlace place, RenderContext face) {
        return of(place, face, null);
    }

    private static ServiceAtLocation of(PublicPlace place, RenderContext face, Object service) {
        return new ServiceAtLocation(
                place.id(),
                place.offer().id(),
                place.location().id(),
                face.wording().text("service-at-location"),
                Location.of(place.location(), face.wording()),
                service);
    }
}
