package org.puente.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.puente.local.Region;

/** A bare consumer that notes when it has each fact, from now on. */
final class BareConsumer implements AutoCloseable {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Map<UUID, Instant> received = new ConcurrentHashMap<>();
    private final Queue<ConsumerRecord<String, String>> records = new ConcurrentLinkedQueue<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;
    private volatile boolean closing;

    BareConsumer(Region region, String principal, String... topics) {
        Map<String, Object> settings = new HashMap<>(region.kafkaClient(principal));
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", StringDeserializer.class.getName());
        consumer = new KafkaConsumer<>(settings);
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : topics) {
            all.addAll(Wire.partitions(topic));
        }
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        thread = Thread.ofPlatform().name("ear").start(this::listen);
    }

    private void listen() {
        while (!closing) {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                received.put(id(record), Instant.now());
                if (records.size() < 10) {
                    records.add(record);
                }
            }
        }
        consumer.close();
    }

    private static UUID id(ConsumerRecord<String, String> record) {
        byte[] id = record.headers().lastHeader("ce_id").value();
        return UUID.fromString(new String(id, StandardCharsets.UTF_8));
    }

    /** The first few that came. */
    List<ConsumerRecord<String, String>> first() {
        return List.copyOf(records);
    }

    /** Forgets what came. */
    void forget() {
        received.clear();
    }

    /** When each of these came, and maybe others; waits for them. */
    Map<UUID, Instant> await(Set<UUID> wanted) {
        long begin = System.nanoTime();
        while (!received.keySet().containsAll(wanted)) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("some facts have not arrived");
            }
            LockSupport.parkNanos(20_000_000);
        }
        return received;
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
