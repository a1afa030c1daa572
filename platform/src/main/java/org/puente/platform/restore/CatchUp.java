package org.puente.platform.restore;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Intake;
import org.puente.platform.inbox.Received;
import org.puente.platform.outbox.RelayPositions;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;

/**
 * Compares what the database knows with what the broker has, and takes in the forgotten facts:
 * those of others, and those that this service published itself. Works on the thread that calls it.
 */
@ApplicationScoped
class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final Map<String, Object> kafka;
    private final Node node;
    private final Intake intake;
    private final UnitOfWork work;
    private final Instance<OwnFacts> own;
    private final Pattern subscribed;
    private final String group;

    private record OwnRecord(ConsumerRecord<byte[], byte[]> record, Received received) {}

    CatchUp(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Node node,
            Intake intake,
            UnitOfWork work,
            Instance<OwnFacts> own,
            @ConfigProperty(name = "mp.messaging.incoming.facts.topic") String subscribed,
            @ConfigProperty(name = "mp.messaging.incoming.facts.group.id") String group) {
        this.kafka = kafka;
        this.node = node;
        this.intake = intake;
        this.work = work;
        this.own = own;
        this.subscribed = Pattern.compile(subscribed);
        this.group = group;
    }

    /** Notes how far the service has come, when it runs with these tables for the first time. */
    void begin(Connection connection) throws SQLException {
        try (Topics topics = new Topics(kafka, group)) {
            PositionTables.begin(
                    connection,
                    topics.committed(topics.partitions(this::isSubscribed)),
                    topics.ends(topics.partitions(ownTopics(topics)::contains)));
        }
    }

    /** Whether the broker has something of this service that its database doesn't know. */
    boolean isBehind(Connection connection) throws SQLException {
        try (Topics topics = new Topics(kafka, group)) {
            return hasForgottenOthers(topics, connection) || hasForgottenOwn(topics, connection);
        }
    }

    /**
     * The consumer group is ahead of what was committed here if the database was restored, or if
     * the topic has a gap.
     */
    private boolean hasForgottenOthers(Topics topics, Connection connection) throws SQLException {
        List<String> unknown = new ArrayList<>(1);
        Map<TopicPartition, Long> committed = topics.committed(topics.partitions(this::isSubscribed));
        topics.read(PositionTables.intake(connection), committed, records -> {
            PositionTables.unknown(connection, node.consumer(), lying(records)).ifPresent(unknown::add);
            return unknown.isEmpty();
        });
        if (unknown.isEmpty()) {
            PositionTables.takenIn(connection, committed); // the gap was in the topic itself
            return false;
        }
        LOG.warnf("Taken in once and unknown here: %s", unknown.getFirst());
        return true;
    }

    private boolean hasForgottenOwn(Topics topics, Connection connection) throws SQLException {
        boolean[] forgotten = {false};
        topics.read(
                PositionTables.relay(connection),
                topics.ends(topics.partitions(ownTopics(topics)::contains)),
                records -> {
                    forgotten(connection, records).stream().findFirst().ifPresent(one -> {
                        forgotten[0] = true;
                        LOG.warnf(
                                "Published once and unknown here: %s",
                                one.received().envelope().id());
                    });
                    return !forgotten[0];
                });
        return forgotten[0];
    }

    /** Takes in all facts that were published since the backup. */
    void run(Connection connection) throws SQLException {
        try (Topics topics = new Topics(kafka, group)) {
            Set<TopicPartition> all = topics.partitions(this::isSubscribed);
            if (own.isResolvable() && own.get().precedesOthers()) {
                recall(topics, connection);
            }
            // This node's own facts to others come first: the others' facts must not be answered twice.
            takeIn(topics, connection, all, true);
            takeIn(topics, connection, all, false);
            recall(topics, connection);
        }
    }

    private void takeIn(Topics topics, Connection connection, Set<TopicPartition> all, boolean byThisNode)
            throws SQLException {
        Set<TopicPartition> some = all.stream()
                .filter(one -> byThisNode == isOfThisNodeToOthers(one.topic()))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> ends = topics.ends(some);
        topics.read(PositionTables.intake(connection), ends, records -> {
            await(() -> intake.on(records));
            PositionTables.takenIn(connection, reached(records));
            return true;
        });
        PositionTables.takenIn(connection, ends);
    }

    private void recall(Topics topics, Connection connection) throws SQLException {
        for (String topic : ownTopics(topics)) {
            recall(topics, connection, topic);
        }
    }

    private void recall(Topics topics, Connection connection, String topic) throws SQLException {
        topics.read(PositionTables.relay(connection), topics.ends(topics.partitions(topic::equals)), records -> {
            List<OwnRecord> forgotten = forgotten(connection, records);
            if (!forgotten.isEmpty()) {
                await(() -> recalled(forgotten));
            }
            RelayPositions.advance(connection, reached(records));
            return true;
        });
    }

    /** As in the intake: one that can never be recalled is put aside, and keeps none of the others back. */
    private Uni<Void> recalled(List<OwnRecord> forgotten) {
        return together(forgotten)
                .onFailure(failure -> !Faults.isTransient(failure))
                .recoverWithUni(broken -> Sequential.each(forgotten, this::alone));
    }

    private Uni<Void> alone(OwnRecord one) {
        return together(List.of(one))
                .onFailure(failure -> !Faults.isTransient(failure))
                .recoverWithUni(broken -> intake.putAside(one.record(), broken));
    }

    private Uni<Void> together(List<OwnRecord> forgotten) {
        List<Received> facts = forgotten.stream().map(OwnRecord::received).toList();
        return work.run(session -> own.get().recall(session, facts));
    }

    private boolean isSubscribed(String topic) {
        return subscribed.matcher(topic).matches();
    }

    private boolean isOfThisNodeToOthers(String name) {
        String own = "puente." + node.id() + ".";
        return name.startsWith(own) && name.indexOf('.', own.length()) > 0; // is addressed
    }

    private List<String> ownTopics(Topics topics) {
        return own.isResolvable()
                ? own.get().topics(topics.of(node.id())).stream()
                        .map(Topic::name)
                        .toList()
                : List.of();
    }

    /**
     * Own facts that are neither known to be sent nor waiting in the outbox. The outbox is read
     * first: facts that another instance takes out meanwhile are known by the position that it
     * writes in the same transaction.
     */
    private List<OwnRecord> forgotten(Connection connection, ConsumerRecords<byte[], byte[]> records)
            throws SQLException {
        Map<UUID, OwnRecord> ours = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Received received = decoded(record);
            if (received != null && received.envelope().source().equals(node.source())) {
                ours.putIfAbsent(received.envelope().id(), new OwnRecord(record, received));
            }
        }
        Set<UUID> known = new HashSet<>(PositionTables.waiting(connection, ours.keySet()));
        Map<TopicPartition, Long> positions = PositionTables.relay(connection);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition place = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < positions.getOrDefault(place, 0L)) {
                Received.id(record).ifPresent(known::add);
            }
        }
        return ours.values().stream()
                .filter(one -> !known.contains(one.received().envelope().id()))
                .toList();
    }

    private static Received decoded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Received.of(record);
        } catch (FactRefused e) {
            LOG.warnf("%s of %s can't be recalled", e.cause(), record.topic());
            return null;
        }
    }

    /** Those that are passed over are unknown here in any case. */
    private List<PositionTables.Lying> lying(ConsumerRecords<byte[], byte[]> records) {
        List<PositionTables.Lying> lying = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (intake.takes(record)) {
                lying.add(new PositionTables.Lying(
                        Received.id(record).orElse(null), record.topic(), record.partition(), record.offset()));
            }
        }
        return lying;
    }

    private static Map<TopicPartition, Long> reached(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, Long> reached = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            reached.put(partition, records.records(partition).getLast().offset() + 1);
        }
        return reached;
    }

    private static void await(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a unit of work failed", e);
        }
    }
}
