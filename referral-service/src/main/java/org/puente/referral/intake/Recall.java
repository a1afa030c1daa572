package org.puente.referral.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.Received;
import org.puente.platform.restore.OwnFacts;

/**
 * Brings back what this node published of referrals to other nodes, where a restored database has
 * lost it. What it published to itself is taken in anyway.
 */
@ApplicationScoped
class Recall implements OwnFacts {
    private final Node node;
    private final ReferralConsumer referrals;

    Recall(Node node, ReferralConsumer referrals) {
        this.node = node;
        this.referrals = referrals;
    }

    @Override
    public List<Topic> topics(Collection<Topic> ofTheNode) {
        return ofTheNode.stream()
                .filter(topic ->
                        topic.stream() == Stream.REFERRALS && !node.id().equals(topic.to()))
                .toList();
    }

    /** Others' facts must not be answered twice. */
    @Override
    public boolean precedesOthers() {
        return true;
    }

    @Override
    public Uni<Void> recall(Mutiny.Session session, List<Received> forgotten) {
        return referrals.on(
                session,
                forgotten.stream()
                        .filter(received -> received.fact().isPresent())
                        .toList());
    }
}
