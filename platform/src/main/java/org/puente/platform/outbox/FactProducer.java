package org.puente.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.Source;

/** The only producer of a service: every send waits for all replicas and is idempotent. */
final class FactProducer {
    private final Map<String, Object> config;
    private KafkaProducer<String, String> producer;

    FactProducer(Map<String, Object> kafka) {
        config = new HashMap<>(kafka);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    }

    /**
     * Sends the rows pipelined and waits for the answers. A row counts as acknowledged only if
     * every earlier row of its key does, so that a key's facts stay in order when the rest is sent
     * again.
     */
    OutboxTable.Sent send(List<OutboxTable.Row> rows) {
        List<Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        for (OutboxTable.Row row : rows) {
            Future<RecordMetadata> send = open().send(record(row));
            sends.add(send);
            if (send.state() == Future.State.FAILED
                    && send.exceptionNow() instanceof TimeoutException) {
                break; // no broker answers: the rest would each wait as long
            }
        }
        List<Long> acknowledged = new ArrayList<>(rows.size());
        Set<String> broken = new HashSet<>();
        RuntimeException failure = null;
        for (int i = 0; i < sends.size(); i++) {
            OutboxTable.Row row = rows.get(i);
            String lane = row.topic() + '/' + row.key();
            try {
                sends.get(i).get();
                if (!broken.contains(lane)) {
                    acknowledged.add(row.position());
                }
            } catch (ExecutionException e) {
                broken.add(lane);
                failure = new KafkaException(row.topic() + ": " + e.getCause().getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new KafkaException("interrupted while waiting for the broker");
                break;
            }
        }
        if (failure != null) {
            close(); // some failures are final for a producer: the next batch opens a new one
        }
        return new OutboxTable.Sent(acknowledged, failure);
    }

    private KafkaProducer<String, String> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(config);
        }
        return producer;
    }

    private static ProducerRecord<String, String> record(OutboxTable.Row row) {
        Envelope envelope =
                new Envelope(
                        row.id(),
                        Source.parse(row.source()),
                        FactType.of(row.type()).orElseThrow(),
                        row.key(),
                        row.at().toInstant(),
                        row.traceparent());
        ProducerRecord<String, String> record =
                new ProducerRecord<>(row.topic(), row.key(), row.payload());
        envelope.headers()
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }
}
