package org.puente.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics for as long as the tests run. It stays logged in, and what it has read once it does
 * not fetch again: tests ask often.
 */
final class TopicReader {
    private final KafkaConsumer<String, String> consumer;
    private final Map<String, List<ConsumerRecord<String, String>>> seen = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();

    TopicReader(Map<String, Object> login) {
        Map<String, Object> config = new HashMap<>(login);
        // An answer that is held back for want of records would hold back the next question.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    synchronized List<String> topics(String prefix) {
        return consumer.listTopics().keySet().stream()
                .filter(topic -> topic.startsWith(prefix))
                .sorted()
                .toList();
    }

    synchronized int partitions(String topic) {
        return consumer.partitionsFor(topic).size();
    }

    /** Everything that lies on a topic now; each partition's records in their order. */
    synchronized List<ConsumerRecord<String, String>> all(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        partitions.forEach(one -> consumer.seek(one, next.getOrDefault(one, 0L)));
        List<ConsumerRecord<String, String>> all = seen.computeIfAbsent(topic, name -> new ArrayList<>());
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            consumer.poll(Duration.ofMillis(200)).forEach(all::add);
        }
        partitions.forEach(one -> next.put(one, consumer.position(one)));
        return List.copyOf(all);
    }
}
