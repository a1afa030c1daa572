package org.puente.kafka;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;

/**
 * All topics and access rules of a list of nodes (the table in deploy/kafka/README.md). Every rule
 * names one topic; a producer's idempotence needs none, because since Kafka 3 the right to write
 * includes it.
 */
public record Declaration(Nodes nodes) {

    /** Each node's topics, then the region's. */
    public List<DeclaredTopic> topics() {
        List<DeclaredTopic> topics = new ArrayList<>();
        for (NodeId node : nodes.nodes()) {
            for (Stream stream : Stream.values()) {
                topics.addAll(topics(node, stream));
            }
        }
        Topic reports = new Topic(nodes.region(), Stream.REPORTS, null);
        topics.add(new DeclaredTopic(reports, Retention.COMPACTED, everyone()));
        return List.copyOf(topics);
    }

    private List<DeclaredTopic> topics(NodeId node, Stream stream) {
        NodeId region = nodes.region();
        return switch (stream) {
            case RETURNS, FOLLOWUPS ->
                List.of(new DeclaredTopic(new Topic(node, stream, null), Retention.FOR_GOOD, Set.of(node, region)));
            case DIRECTORY ->
                List.of(new DeclaredTopic(new Topic(node, stream, null), Retention.COMPACTED, everyone()));
            case REFERRALS ->
                nodes.nodes().stream()
                        .map(to -> new DeclaredTopic(
                                new Topic(node, stream, to),
                                Retention.FOR_GOOD,
                                new HashSet<>(List.of(node, to, region))))
                        .toList();
            case DOSSIERS ->
                nodes.nodes().stream()
                        .map(to -> new DeclaredTopic(new Topic(node, stream, to), Retention.THIRTY_DAYS, Set.of(to)))
                        .toList();
            case REPORTS -> List.of();
        };
    }

    /**
     * The rules of all topics, and each principal's right to the consumer groups under its name.
     */
    public Set<AclBinding> rules() {
        Set<AclBinding> rules = new HashSet<>();
        for (DeclaredTopic declared : topics()) {
            ResourcePattern topic = new ResourcePattern(ResourceType.TOPIC, declared.name(), PatternType.LITERAL);
            rules.add(allow(topic, declared.topic().node(), AclOperation.WRITE));
            declared.readers().forEach(reader -> rules.add(allow(topic, reader, AclOperation.READ)));
        }
        for (NodeId principal : everyone()) {
            ResourcePattern groups = new ResourcePattern(ResourceType.GROUP, principal + ".", PatternType.PREFIXED);
            rules.add(allow(groups, principal, AclOperation.READ));
        }
        return Set.copyOf(rules);
    }

    private Set<NodeId> everyone() {
        return Set.copyOf(nodes.all());
    }

    private static AclBinding allow(ResourcePattern resource, NodeId principal, AclOperation operation) {
        return new AclBinding(
                resource, new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }
}
