package org.puente.referral.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.Node;
import org.puente.platform.inbox.Received;
import org.puente.referral.referrals.Referrals;

/**
 * Facts and notes that this node published to another, and that come back: after a restore ({@link
 * Recall}), or as a dead letter of a former release. Such a fact is new only where the database was
 * restored to a time before it. A note is always left out: where it was
 * lost, it is made again.
 */
@ApplicationScoped
class Echoes {
    private final Node node;
    private final Referrals referrals;

    Echoes(Node node, Referrals referrals) {
        this.node = node;
        this.referrals = referrals;
    }

    /** The batch in its order, without the echoes that are notes or known here. */
    Uni<List<Received>> withoutEchoes(Mutiny.Session session, List<Received> batch) {
        Map<UUID, ReferralId> echoes = new HashMap<>();
        for (Received received : batch) {
            if (isEcho(received) && received.fact().orElseThrow() instanceof ReferralFact fact) {
                echoes.put(received.envelope().id(), fact.referralId());
            }
        }
        return (echoes.isEmpty() ? Uni.createFrom().item(Set.<UUID>of()) : referrals.known(session, echoes))
                .map(known -> batch.stream()
                        .filter(received -> isNew(received, known))
                        .toList());
    }

    private boolean isNew(Received received, Set<UUID> known) {
        return !isEcho(received)
                || received.fact().orElseThrow() instanceof ReferralFact
                        && !known.contains(received.envelope().id());
    }

    private boolean isEcho(Received received) {
        return received.topic().node().equals(node.id())
                && !received.topic().to().equals(node.id());
    }
}
