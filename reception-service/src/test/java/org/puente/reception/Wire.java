package org.puente.reception;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.puente.contracts.Envelope;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.local.Backbone;
import org.puente.platform.Ids;
import org.puente.platform.Json;

/** The topics of the node, as its own principal sees them. */
public final class Wire {
    private static final String NODE = "gtm";

    private Wire() {}

    /** A record with its headers as text. */
    public record Message(String key, Map<String, String> headers, String value) {
        public String type() {
            return headers.get("ce_type");
        }

        public <F extends Fact> F fact(Class<F> type) {
            return Json.read(value, type);
        }
    }

    /** Waits until a topic holds so many records of a key, and gives them in their order. */
    public static List<Message> await(String topic, String key, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> of(topic, key), found -> found.size() >= count);
    }

    public static List<Message> of(String topic, String key) {
        return all(topic).stream().filter(message -> key.equals(message.key())).toList();
    }

    /** Everything that a topic holds now. */
    public static List<Message> all(String topic) {
        Map<String, Object> config = new HashMap<>(Backbone.forTests().kafkaClient(NODE));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Message> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(message(record)));
            }
            return found;
        }
    }

    /** Says facts as the registry-service of the node would. */
    public static void say(Fact... facts) {
        Map<String, Object> config = new HashMap<>(Backbone.forTests().kafkaClient(NODE));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (Fact fact : facts) {
                FactType type = FactType.of(fact);
                Source registry = Source.parse("/" + NODE + "/registry");
                Envelope envelope =
                        new Envelope(
                                Ids.next(), registry, type, fact.subject(), Instant.now(), null);
                ProducerRecord<String, String> record =
                        new ProducerRecord<>(
                                new Topic(registry.node(), type.stream(), null).name(),
                                fact.subject(),
                                Json.write(fact));
                envelope.headers()
                        .forEach(
                                (name, value) ->
                                        record.headers()
                                                .add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record);
            }
        }
    }

    private static Message message(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Message(record.key(), headers, record.value());
    }
}
