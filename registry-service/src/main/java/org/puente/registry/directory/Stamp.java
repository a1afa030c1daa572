package org.puente.registry.directory;

import java.time.Instant;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.NodeId;

/** The node of a published state, and since when the state holds. */
record Stamp(NodeId node, Instant at) {
    static Stamp of(DirectoryFact fact) {
        return switch (fact) {
            case DirectoryFact.NodePublished node -> new Stamp(node.node(), node.since());
            case DirectoryFact.InstitutionPublished institution ->
                new Stamp(institution.node(), institution.updatedAt());
            case DirectoryFact.OfferPublished offer -> new Stamp(offer.node(), offer.updatedAt());
            case DirectoryFact.CapacityChanged capacity -> new Stamp(capacity.node(), capacity.updatedAt());
        };
    }
}
