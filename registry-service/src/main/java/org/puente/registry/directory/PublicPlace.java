package org.puente.registry.directory;

import java.util.UUID;
import org.puente.contracts.ReceptionPoint;

/**
 * An offer at one of the places where it can be asked for: offers say no places of their own, so
 * these are the reception points of their institution (ADR 011).
 */
public record PublicPlace(PublicOffer offer, ReceptionPoint point) {

    static PublicPlace of(Object[] row) {
        PublicOffer offer = PublicOffer.of(row);
        return new PublicPlace(offer, PublicLocation.point(offer.institution(), (String) row[5]));
    }

    /** Its stable id. */
    public UUID id() {
        return PublicPlaces.id(offer.id(), point.id().value());
    }

    /** The place without the offer. */
    public PublicLocation location() {
        return new PublicLocation(offer.institution(), point);
    }
}
