package org.puente.debezium;

import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Sends what the engine hands over, batch by batch; a batch is processed when it is acknowledged.
 */
final class Sender implements DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>>, AutoCloseable {
    private final KafkaProducer<String, String> producer;

    Sender(Properties settings) {
        producer = new KafkaProducer<>(settings);
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> batch,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        for (RecordChangeEvent<SourceRecord> event : batch) {
            producer.send(record(event.record()), (sent, failure) -> {
                if (failure != null) {
                    System.err.println(failure.getMessage());
                }
            });
        }
        producer.flush();
        for (RecordChangeEvent<SourceRecord> event : batch) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    private static ProducerRecord<String, String> record(SourceRecord source) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(source.topic(), (String) source.key(), (String) source.value());
        for (Header header : source.headers()) {
            if (header.value() != null) {
                record.headers().add(header.key(), header.value().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
