package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.restore.OwnFacts;

/**
 * Brings cases back to their published state, where a restored database has lost it. Facts hold
 * only the scores of a visit, so its answers stay lost.
 */
@ApplicationScoped
class Recall implements OwnFacts {
    private static final Logger LOG = Logger.getLogger(Recall.class);

    private final Node node;
    private final CaseFiles files;
    private final Settling settling;

    Recall(Node node, CaseFiles files, Settling settling) {
        this.node = node;
        this.files = files;
        this.settling = settling;
    }

    @Override
    public List<Topic> topics(Collection<Topic> ofTheNode) {
        return List.of(new Topic(node.id(), Stream.FOLLOWUPS, null));
    }

    /** A plan needs its case, and the case comes from facts of reception. */
    @Override
    public boolean precedesOthers() {
        return false;
    }

    @Override
    public Uni<Void> recall(Mutiny.Session session, List<Received> forgotten) {
        Map<UUID, List<FollowUpFact>> ofCases = forgotten.stream()
                .flatMap(received -> received.fact().stream())
                .map(FollowUpFact.class::cast)
                .collect(Collectors.groupingBy(fact -> fact.caseId().value(), LinkedHashMap::new, Collectors.toList()));
        return settling.situation(session)
                .chain(situation ->
                        situation.isEmpty() ? Uni.createFrom().voidItem() : recall(session, ofCases, situation.get()));
    }

    private Uni<Void> recall(Mutiny.Session session, Map<UUID, List<FollowUpFact>> ofCases, Situation situation) {
        List<CaseFile> recalled = new ArrayList<>();
        return Sequential.each(
                        ofCases.entrySet(),
                        ofCase -> files.locked(session, ofCase.getKey()).invoke(file -> {
                            if (file == null) {
                                LOG.warnf("Published follow-ups belong to an unknown case: %s", ofCase.getKey());
                            } else {
                                ofCase.getValue().forEach(ReplayedCase.of(file, situation)::take);
                                recalled.add(file);
                            }
                        }))
                .chain(() -> files.save(session, recalled));
    }
}
