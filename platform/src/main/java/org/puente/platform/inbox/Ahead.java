package org.puente.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.puente.contracts.DirectoryFact;

/**
 * Keeps the directory from states that have yet to begin. Of an entry the newest state stands; so
 * one of another year, by a clock that is wrong or by whoever has broken into a node, would stand
 * against all that its node publishes afterwards, its new keys among it.
 */
@ApplicationScoped
class Ahead {
    /** Clocks differ, though seldom by so much. */
    private static final Duration MAX = Duration.ofDays(1);

    private final Clock clock;

    Ahead(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws FactRefused if it is such a state
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
