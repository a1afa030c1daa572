package org.puente.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.Fact;
import org.puente.contracts.NodeId;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.registry.directory.Directory;
import org.puente.registry.directory.Provenance;
import org.puente.registry.directory.StableId;

/**
 * Takes in the directories of all nodes as copies. Of the own node only capacity is taken in: the
 * referral-service publishes it, and this service has written all the rest.
 */
@ApplicationScoped
class FactRouter implements FactHandler {
    private final Directory directory;
    private final Node node;

    FactRouter(Directory directory, Node node) {
        this.directory = directory;
        this.node = node;
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return onAll(session, List.of(received));
    }

    /** The last record of an entry decides whether it stays. */
    @Override
    public Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        Map<UUID, List<DirectoryFact>> kept = new LinkedHashMap<>();
        for (Received received : batch) {
            NodeId owner = received.topic().node();
            String subject = received.envelope().subject();
            if (!owner.equals(node.id()) || subject.startsWith("capacity/")) {
                List<DirectoryFact> states =
                        kept.computeIfAbsent(StableId.of(owner, subject), key -> new ArrayList<>());
                received.fact().ifPresentOrElse(f -> states.add(own(owner, f)), states::clear);
            }
        }
        List<UUID> removed = kept.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return directory
                .put(session, kept.values().stream().flatMap(List::stream).toList())
                .chain(() -> directory.remove(session, removed));
    }

    /**
     * A node may publish only its own entries, with ids that begin with its own id. Such an id may
     * still belong to another node; that is checked when entries are read ({@code OwnerCondition}).
     */
    private static DirectoryFact own(NodeId owner, Fact fact) {
        if (!(fact instanceof DirectoryFact state)) {
            throw new FactRefused("foreign-type", "no fact of a directory");
        }
        if (!Provenance.of(state).node().equals(owner) || !mayOwn(owner, state)) {
            throw new FactRefused("foreign-entry", "an entry that is not its node's");
        }
        return state;
    }

    private static boolean mayOwn(NodeId owner, DirectoryFact state) {
        return switch (state) {
            case DirectoryFact.NodePublished node -> true;
            case DirectoryFact.InstitutionPublished entry -> owner.mayOwn(entry.institution());
            case DirectoryFact.OfferPublished entry ->
                owner.mayOwn(entry.offerId()) && owner.mayOwn(entry.institution());
            case DirectoryFact.CapacityChanged entry ->
                owner.mayOwn(entry.offerId()) && owner.mayOwn(entry.institution());
        };
    }
}
