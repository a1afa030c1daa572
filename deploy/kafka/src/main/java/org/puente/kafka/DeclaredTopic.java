package org.puente.kafka;

import java.util.Set;
import org.puente.contracts.NodeId;
import org.puente.contracts.Topic;

/**
 * One topic and who may touch it; its node is the only one that writes it.
 *
 * @param readers the only principals that may read it
 */
public record DeclaredTopic(Topic topic, Retention retention, Set<NodeId> readers) {
    public DeclaredTopic {
        readers = Set.copyOf(readers);
    }

    String name() {
        return topic.name();
    }
}
