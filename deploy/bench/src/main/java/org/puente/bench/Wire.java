package org.puente.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.puente.kafka.Provisioning;
import org.puente.local.Region;

/** A bare producer, and how far a topic has come. */
final class Wire implements AutoCloseable {
    /** Kafka's own default (4.0 and newer), milliseconds. */
    private static final int USUAL_LINGER = 5;

    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private final KafkaProducer<String, String> producer;
    private final Admin admin;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * @param principal as whom the producer logs in, e.g. {@code gtm}
     */
    Wire(Region region, String principal) {
        this(region, principal, USUAL_LINGER);
    }

    /**
     * @param principal as whom the producer logs in
     * @param linger milliseconds for which it gathers records
     */
    Wire(Region region, String principal, int linger) {
        Map<String, Object> settings = producer(region, principal);
        settings.put("linger.ms", linger);
        producer = new KafkaProducer<>(settings);
        admin = Admin.create(region.kafkaAdmin());
    }

    /** Settings of a producer whose every send is acknowledged by all replicas. */
    static Map<String, Object> producer(Region region, String principal) {
        Map<String, Object> settings = new HashMap<>(region.kafkaClient(principal));
        settings.put("key.serializer", StringSerializer.class.getName());
        settings.put("value.serializer", StringSerializer.class.getName());
        settings.put("acks", "all");
        return settings;
    }

    void send(ProducerRecord<String, String> record) {
        producer.send(record, (sent, problem) -> {
            if (problem != null) {
                failure.set(problem);
            }
        });
    }

    /** Sends them, and returns when all are acknowledged. */
    void sendAll(List<ProducerRecord<String, String>> records) {
        records.forEach(this::send);
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    /** How many records the topic has taken so far. */
    long end(String topic) {
        try {
            return admin
                    .listOffsets(partitions(topic).stream()
                            .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void awaitEnd(String topic, long wanted) {
        long begin = System.nanoTime();
        while (end(topic) < wanted) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("%s has %d records, not %d".formatted(topic, end(topic), wanted));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Provisioning.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
