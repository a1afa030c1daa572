package org.puente.platform.restore;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.NodeId;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;

/** Counts what is recalled of each subject. */
@ApplicationScoped
class RecallCounter implements OwnFacts {
    /** Subjects whose facts can't be recalled. */
    static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

    @Override
    public List<Topic> topics(Collection<Topic> ofTheNode) {
        return List.of(new Topic(new NodeId("gtm"), Stream.DIRECTORY, null));
    }

    @Override
    public boolean precedesOthers() {
        return true;
    }

    @Override
    public Uni<Void> recall(Mutiny.Session session, List<Received> forgotten) {
        if (forgotten.stream().anyMatch(one -> BROKEN.contains(one.envelope().subject()))) {
            throw new IllegalStateException("broken");
        }
        return Sequential.each(
                forgotten,
                one -> session.createNativeQuery("insert into recalled (subject) values (:subject)")
                        .setParameter("subject", one.envelope().subject())
                        .executeUpdate()
                        .replaceWithVoid());
    }
}
