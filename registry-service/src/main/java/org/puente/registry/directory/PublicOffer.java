package org.puente.registry.directory;

import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.DirectoryFact.InstitutionPublished;
import org.puente.contracts.DirectoryFact.NodePublished;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.platform.Json;

/**
 * An offer and the states around it, each of which comes by itself.
 *
 * @param institution null if it hasn't come yet
 * @param capacity null if the offer's node has not said what is free
 * @param node null if it hasn't come yet
 */
public record PublicOffer(
        OfferPublished offer,
        InstitutionPublished institution,
        CapacityChanged capacity,
        NodePublished node) {

    /** A row of these states in this order, as JSON or null. */
    static PublicOffer of(Object[] row) {
        return new PublicOffer(
                read(row[0], OfferPublished.class),
                read(row[1], InstitutionPublished.class),
                read(row[2], CapacityChanged.class),
                read(row[3], NodePublished.class));
    }

    private static <T extends DirectoryFact> T read(Object state, Class<T> type) {
        return state == null ? null : Json.read((String) state, type);
    }
}
