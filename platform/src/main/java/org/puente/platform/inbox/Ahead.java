package org.puente.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.puente.contracts.DirectoryFact;

/**
 * Keeps the directory free of states from the future. The newest state of an entry stands. A state
 * of another year, from a wrong clock or from an intruder in a node, would so stand against all
 * that the node publishes afterwards, its new keys too.
 */
@ApplicationScoped
class Ahead {
    /** Clocks differ, but seldom by this much. */
    private static final Duration MAX = Duration.ofDays(1);

    private final Clock clock;

    Ahead(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws FactRefused if the fact is such a state
     */
    void refuse(Received received) {
        if (received.fact().orElse(null) instanceof DirectoryFact entry
                && since(entry).isAfter(clock.instant().plus(MAX))) {
            throw new FactRefused("from-the-future", "the state of the entry has yet to begin");
        }
    }

    private static Instant since(DirectoryFact entry) {
        return switch (entry) {
            case DirectoryFact.NodePublished node -> node.since();
            case DirectoryFact.InstitutionPublished institution -> institution.updatedAt();
            case DirectoryFact.OfferPublished offer -> offer.updatedAt();
            case DirectoryFact.CapacityChanged capacity -> capacity.updatedAt();
        };
    }
}
