package org.puente.referral.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.restore.OwnFacts;

/**
 * Brings back what this node published of referrals to other nodes, where a restored database has
 * lost it. What it published to itself is taken in anyway.
 */
@ApplicationScoped
class Recall implements OwnFacts {
    private static final Logger LOG = Logger.getLogger(Recall.class);

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

    /** A fact that is refused keeps none of the others back. */
    @Override
    public Uni<Void> recall(Mutiny.Session session, List<Received> forgotten) {
        return Sequential.each(
                forgotten.stream()
                        .filter(received -> received.fact().isPresent())
                        .toList(),
                received -> Uni.createFrom()
                        .deferred(() -> referrals.on(session, List.of(received)))
                        .onFailure(FactRefused.class)
                        .invoke(refused -> LOG.warnf(
                                "The own fact %s was not recalled: %s",
                                received.envelope().id(), ((FactRefused) refused).cause()))
                        .onFailure(FactRefused.class)
                        .recoverWithNull());
    }
}
