package org.puente.followup.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DirectoryStatus;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.platform.inbox.FactRefused;

/**
 * The stored part of a directory fact.
 *
 * @param institution empty for the node itself
 * @param areas the areas of an offer, separated by spaces; empty if the entry is no offer
 * @param timezone the node's time zone; empty if the entry is no node
 * @param active whether an offer may be used, and whether an institution follows people up
 */
record Entry(String subject, String institution, String areas, String timezone, boolean active, Instant updatedAt) {

    /**
     * @return empty for a fact that this service does not need
     * @throws FactRefused if the entry is of another node, or its time zone does not exist
     */
    static Optional<Entry> of(DirectoryFact fact, NodeId node) {
        return switch (fact) {
            case DirectoryFact.NodePublished it -> {
                own(it.node(), node);
                yield entry(it, "", List.of(), zone(it.timezone()), true, it.since());
            }
            case DirectoryFact.InstitutionPublished it -> {
                own(it.node(), node);
                boolean follows =
                        it.status() == DirectoryStatus.ACTIVE && it.does().contains(Mandate.FOLLOW_UP);
                yield entry(it, it.institution().value(), List.of(), "", follows, it.updatedAt());
            }
            case DirectoryFact.OfferPublished it -> {
                own(it.node(), node);
                boolean active = it.status() == DirectoryStatus.ACTIVE;
                yield entry(it, it.institution().value(), it.coverage(), "", active, it.updatedAt());
            }
            case DirectoryFact.CapacityChanged it -> Optional.empty();
        };
    }

    private static Optional<Entry> entry(
            DirectoryFact fact,
            String institution,
            List<String> areas,
            String timezone,
            boolean active,
            Instant updatedAt) {
        return Optional.of(
                new Entry(fact.subject(), institution, String.join(" ", areas), timezone, active, updatedAt));
    }

    private static void own(NodeId said, NodeId node) {
        if (!said.equals(node)) {
            throw new FactRefused("foreign-entry", "the entry belongs to another node's directory");
        }
    }

    private static String zone(String name) {
        try {
            return ZoneId.of(name).getId();
        } catch (DateTimeException e) {
            throw new FactRefused("unknown-timezone", "no such time zone");
        }
    }
}
