package org.puente.platform.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.local.Backbone;
import org.puente.platform.json.Json;

/** The topics as a test plays and sees them: other services' facts in, this service's facts out. */
public final class Wire {
    /** One for each principal, for as long as the tests run. */
    private static final Map<String, KafkaProducer<String, String>> PRODUCERS = new ConcurrentHashMap<>();

    private static final Map<String, TopicReader> READERS = new ConcurrentHashMap<>();

    /** The broker's super user. */
    private static final String ADMIN = "admin";

    private Wire() {}

    /** Publishes a fact on a node's own topic, as that node's principal. */
    public static UUID publish(String node, String service, Fact fact) {
        return publish(node, service, null, fact);
    }

    /** Publishes a fact on a node's topic that is addressed to another. */
    public static UUID publish(String node, String service, String to, Fact fact) {
        UUID id = UUID.randomUUID();
        publish(id, node, service, to, fact);
        return id;
    }

    /** Publishes a fact under an id, to publish it again. */
    public static void publish(UUID id, String node, String service, String to, Fact fact) {
        FactType type = FactType.of(fact);
        NodeId from = new NodeId(node);
        Topic topic = new Topic(from, type.stream(), to == null ? null : new NodeId(to));
        Envelope envelope = new Envelope(id, new Source(from, service), type, fact.subject(), Instant.now(), null);
        put(node, topic.name(), fact.subject(), envelope.headers(), Json.write(fact));
    }

    /**
     * Puts any record on a topic, as a node's principal.
     *
     * @return is done once the broker has it
     */
    public static Future<RecordMetadata> put(
            String principal, String topic, String key, Map<String, String> headers, String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return PRODUCERS.computeIfAbsent(principal, Wire::producer).send(record);
    }

    private static KafkaProducer<String, String> producer(String principal) {
        Map<String, Object> config = new HashMap<>(Backbone.forTests().kafkaClient(principal));
        config.put(ProducerConfig.CLIENT_ID_CONFIG, ErrorLog.TEST_CLIENT + principal);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /** On which partition of a topic the records of a key lie, as Kafka's producer chooses it. */
    public static int partition(String topic, String key) {
        int hash = Utils.murmur2(key.getBytes(StandardCharsets.UTF_8));
        return Utils.toPositive(hash) % reader(ADMIN).partitions(topic);
    }

    /** The topics whose names begin so. */
    static List<String> topics(String prefix) {
        return reader(ADMIN).topics(prefix);
    }

    /** Everything that lies on a topic now. */
    public static List<ConsumerRecord<String, String>> dump(String topic) {
        return dumpAs(ADMIN, topic);
    }

    /** Everything that lies on a topic now, as a node's principal reads it. */
    public static List<ConsumerRecord<String, String>> dumpAs(String principal, String topic) {
        return reader(principal).all(topic);
    }

    private static TopicReader reader(String principal) {
        return READERS.computeIfAbsent(
                principal, name -> new TopicReader(Backbone.forTests().kafkaClient(name)));
    }

    /** What lies on a topic under a key, in its order. */
    public static List<ConsumerRecord<String, String>> dump(String topic, String key) {
        return dump(topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    /** What lies on a topic under a key, of one type. */
    public static <F extends Fact> List<F> facts(String topic, String key, Class<F> type) {
        String ceType = Arrays.stream(FactType.values())
                .filter(one -> one.fact() == type)
                .findFirst()
                .orElseThrow()
                .type();
        return dump(topic, key).stream()
                .filter(record -> ceType.equals(header(record, "ce_type")))
                .map(record -> Json.read(record.value(), type))
                .toList();
    }

    public static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
