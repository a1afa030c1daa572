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

    static ServiceAtLocation brief(PublicPlace place, RenderContext context) {
        return of(place, context, Service.brief(place.offer(), context));
    }

    static ServiceAtLocation full(PublicPlace place, RenderContext context) {
        return of(place, context, FullService.of(place.offer(), context));
    }

    /** The form inside of its service. */
    static ServiceAtLocation within(PublicPlace place, RenderContext context) {
        return of(place, context, null);
    }

    private static ServiceAtLocation of(PublicPlace place, RenderContext context, Object service) {
        return new ServiceAtLocation(
                place.id(),
                place.offer().id(),
                place.location().id(),
                context.wording().text("service-at-location"),
                Location.of(place.location(), context.wording()),
                service);
    }
}
