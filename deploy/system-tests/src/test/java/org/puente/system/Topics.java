package org.puente.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.puente.contracts.FactType;

/** Everything that lies on a region's topics, as its broker's administrator can read it. */
final class Topics {
    private Topics() {}

    /** Every record of the topics whose name matches. */
    static List<ConsumerRecord<String, String>> dump(Map<String, Object> admin, String names) {
        Pattern pattern = Pattern.compile(names);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(admin, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> pattern.matcher(topic.getKey()).matches())
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(500)).forEach(all::add);
            }
            return all;
        }
    }

    /**
     * The keys of a topic's facts of a type. A fact may lie there twice under one id, sent again by
     * a relay that died: it counts once.
     *
     * @param without a text that the facts to leave out hold
     */
    static List<String> keys(Map<String, Object> admin, String topic, String type, String without) {
        Map<String, String> keysById = new LinkedHashMap<>();
        dump(admin, Pattern.quote(topic)).stream()
                .filter(record -> type(record).equals(type))
                .filter(record -> !record.value().contains(without))
                .forEach(record -> keysById.put(header(record, "ce_id"), record.key()));
        return List.copyOf(keysById.values());
    }

    /** Puts what looks like a dossier, and cannot be read as one, on a topic of dossiers. */
    static void putUnreadable(Map<String, Object> admin, String topic) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(admin, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(topic, "key", "no fact");
            record.headers().add("ce_type", FactType.DOSSIER_SEALED.type().getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Key, headers and value in one text, to look for what must not be in it. */
    static String text(ConsumerRecord<String, String> record) {
        StringBuilder text = new StringBuilder().append(record.key()).append('\n');
        record.headers()
                .forEach(header -> text.append(header.key())
                        .append(": ")
                        .append(new String(header.value(), StandardCharsets.UTF_8))
                        .append('\n'));
        return text.append(record.value()).toString();
    }

    /** The short name of a fact's type, e.g. {@code referral.issued}. */
    static String type(ConsumerRecord<String, String> record) {
        return header(record, "ce_type").replaceAll("^org\\.puente\\.|\\.v\\d+$", "");
    }
}
