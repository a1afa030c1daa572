package org.puente.platform.restore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.puente.contracts.NodeId;
import org.puente.contracts.Topic;

/** The topics as this service may read them, outside of its consumer group. */
final class Topics implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param group the consumer group, whose offsets are read and never changed
     */
    Topics(Map<String, Object> kafka, String group) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group + ".restore");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Records that the topic's retention has deleted can't be read again.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 250);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Receives records as they are read. */
    interface Reading {
        /**
         * @return whether to read on
         */
        boolean take(ConsumerRecords<byte[], byte[]> records) throws SQLException;
    }

    /** The partitions of the topics whose names match. */
    Set<TopicPartition> partitions(Predicate<String> name) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> name.test(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .collect(Collectors.toSet());
    }

    /** The topics of a node that the broker has, in the order of their names. */
    List<Topic> of(NodeId node) {
        return consumer.listTopics().keySet().stream()
                .filter(name -> name.startsWith("puente." + node + "."))
                .sorted()
                .flatMap(name -> parsed(name).stream())
                .toList();
    }

    private static Optional<Topic> parsed(String name) {
        try {
            return Optional.of(Topic.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an operator's own
        }
    }

    /** Where the group reads next; without the partitions that it has not begun. */
    Map<TopicPartition, Long> committed(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> all = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> one :
                consumer.committed(partitions).entrySet()) {
            if (Objects.nonNull(one.getValue())) {
                all.put(one.getKey(), one.getValue().offset());
            }
        }
        return all;
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return partitions.isEmpty() ? Map.of() : consumer.endOffsets(partitions);
    }

    /**
     * Reads partitions up to an offset; the record at that offset is not read.
     *
     * @param from where to begin in each partition; 0 if missing
     * @param to where to end in each partition
     */
    void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Reading reading) throws SQLException {
        Set<TopicPartition> left = new HashSet<>(to.keySet());
        left.removeIf(one -> from.getOrDefault(one, 0L) >= to.get(one));
        consumer.assign(left);
        left.forEach(one -> consumer.seek(one, from.getOrDefault(one, 0L)));
        while (left.stream().anyMatch(one -> consumer.position(one) < to.get(one))) {
            ConsumerRecords<byte[], byte[]> records = before(to, consumer.poll(LOOK));
            if (!records.isEmpty() && !reading.take(records)) {
                return;
            }
        }
    }

    /** A poll also brings records beyond the end; the group reads these later. */
    private static ConsumerRecords<byte[], byte[]> before(
            Map<TopicPartition, Long> to, ConsumerRecords<byte[], byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> some = new HashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> within = polled.records(partition).stream()
                    .filter(record -> record.offset() < to.get(partition))
                    .toList();
            if (!within.isEmpty()) {
                some.put(partition, within);
            }
        }
        return new ConsumerRecords<>(some, Map.of());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
