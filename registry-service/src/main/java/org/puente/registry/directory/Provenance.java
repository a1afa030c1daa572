package org.puente.registry.directory;

import java.time.Instant;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.NodeId;

/** The node of a published state, and since when the state holds. */
public record Provenance(NodeId node, Instant since) {
    public static Provenance of(DirectoryFact fact) {
        return switch (fact) {
            case DirectoryFact.NodePublished node -> new Provenance(node.node(), node.since());
            case DirectoryFact.InstitutionPublished institution ->
                new Provenance(institution.node(), institution.updatedAt());
            case DirectoryFact.OfferPublished offer -> new Provenance(offer.node(), offer.updatedAt());
            case DirectoryFact.CapacityChanged capacity -> new Provenance(capacity.node(), capacity.updatedAt());
        };
    }
}
