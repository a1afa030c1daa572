package org.puente.registry.directory;

import java.util.UUID;
import org.puente.contracts.ReceptionPoint;

/**
 * An offer at a place where people can ask for it. Offers have no places of their own, so the
 * places are the reception points of the institution (ADR 011).
 */
public record PublicPlace(PublicOffer offer, ReceptionPoint point) {

    static PublicPlace of(Object[] row) {
        PublicOffer offer = PublicOffer.of(row);
        return new PublicPlace(offer, PublicLocation.point(offer.institution(), (String) row[5]));
    }

    /** The stable id of the offer at this place. */
    public UUID id() {
        return PublicPlaces.id(offer.id(), point.id().value());
    }

    /** The place without the offer. */
    public PublicLocation location() {
        return new PublicLocation(offer.institution(), point);
    }
}
