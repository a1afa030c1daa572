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
            case DirectoryFact.NodePublished published -> {
                own(published.node(), node);
                yield entry(published, "", List.of(), zone(published.timezone()), true, published.since());
            }
            case DirectoryFact.InstitutionPublished institution -> {
                own(institution.node(), node);
                boolean follows = institution.status() == DirectoryStatus.ACTIVE
                        && institution.does().contains(Mandate.FOLLOW_UP);
                yield entry(
                        institution,
                        institution.institution().value(),
                        List.of(),
                        "",
                        follows,
                        institution.updatedAt());
            }
            case DirectoryFact.OfferPublished offer -> {
                own(offer.node(), node);
                boolean active = offer.status() == DirectoryStatus.ACTIVE;
                yield entry(offer, offer.institution().value(), offer.coverage(), "", active, offer.updatedAt());
            }
            case DirectoryFact.CapacityChanged capacity -> Optional.empty();
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

    private static void own(NodeId publisher, NodeId node) {
        if (!publisher.equals(node)) {
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
