package org.puente.platform.outbox;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;
import org.puente.platform.tracing.Spans;

/** The only producer of a service. Every send waits for all replicas and is idempotent. */
final class FactProducer {
    private static final Logger LOG = Logger.getLogger(FactProducer.class);

    /**
     * The producer waits for each closed topic, and a batch may not wait for long ({@link
     * OutboxTable}).
     */
    private static final int MAX_CLOSED = 2;

    private final Map<String, Object> config;
    private final Optional<Spans> spans;
    private KafkaProducer<String, byte[]> producer;

    /**
     * @param spans where the sending of each fact is traced; empty where nothing is
     */
    FactProducer(Map<String, Object> kafka, Optional<Spans> spans) {
        this.spans = spans;
        config = new HashMap<>(kafka);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Only the end of a batch sends requests that aren't full: it flushes, so that a single
        // fact doesn't wait, and a backlog goes in few requests.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    }

    /** Begins a batch; the batch before must have ended. */
    OutboxTable.Sending begin() {
        return new Batch();
    }

    private record Pending(long position, String topic, String key, Future<RecordMetadata> answer, Span span) {
        String lane() {
            return topic + '/' + key;
        }

        Throwable refused() {
            return answer.state() == Future.State.FAILED ? answer.exceptionNow() : null;
        }
    }

    /**
     * Rows that are sent pipelined. A row counts as acknowledged only if every earlier row of its
     * key does, or was refused for good. So a key's facts stay in order when the rest is sent
     * again.
     */
    private final class Batch implements OutboxTable.Sending {
        private final List<Pending> pending = new ArrayList<>();
        private final Map<Long, String> refused = new HashMap<>();
        private final Set<String> closed = new HashSet<>();

        @Override
        public boolean send(OutboxTable.Row row) {
            if (closed.contains(row.topic())) {
                return true;
            }
            Span span = span(row);
            ProducerRecord<String, byte[]> record;
            try {
                record = FactRecord.of(row, Spans.traceparent(span, row.traceparent()));
            } catch (IllegalArgumentException e) {
                refuse(row.position(), row.topic(), e);
                Spans.endWithError(span, "refused");
                return true;
            }
            Pending sent = new Pending(row.position(), row.topic(), row.key(), open().send(record), span);
            pending.add(sent);
            if (isClosed(sent.refused())) {
                closed.add(row.topic());
                return closed.size() < MAX_CLOSED;
            }
            // If no broker answers, each further row would wait as long.
            return !(sent.refused() instanceof TimeoutException);
        }

        @Override
        public OutboxTable.Sent end() {
            if (!pending.isEmpty()) {
                flush();
            }
            List<Long> acknowledged = new ArrayList<>(pending.size());
            Map<TopicPartition, Long> reached = new HashMap<>();
            Set<String> broken = new HashSet<>();
            RuntimeException failure = null;
            for (Pending one : pending) {
                try {
                    RecordMetadata where = one.answer().get();
                    one.span().end();
                    if (broken.isEmpty() || !broken.contains(one.lane())) {
                        acknowledged.add(one.position());
                        reached.merge(
                                new TopicPartition(where.topic(), where.partition()), where.offset() + 1, Math::max);
                    }
                } catch (ExecutionException e) {
                    Spans.endWithError(one.span(), e.getCause().getClass().getSimpleName());
                    if (isForGood(e.getCause())) {
                        refuse(one.position(), one.topic(), e.getCause());
                        continue;
                    }
                    broken.add(one.lane());
                    if (!closed.contains(one.topic())) {
                        failure = new KafkaException(
                                one.topic() + ": " + e.getCause().getMessage());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    failure = new KafkaException("interrupted while waiting for the broker");
                    break;
                }
            }
            if (failure != null) {
                close(); // some failures are final for a producer: the next batch opens a new one
            }
            return new OutboxTable.Sent(acknowledged, reached, refused, closed, failure);
        }

        private void refuse(long position, String topic, Throwable why) {
            LOG.errorf(
                    "Not sent, and put aside in the outbox at position %d, for %s: %s",
                    position, topic, Faults.causes(why));
            refused.put(position, why.getClass().getSimpleName());
        }
    }

    private Span span(OutboxTable.Row row) {
        return spans.map(on -> on.sending(row.topic(), row.id().toString(), row.type(), row.key(), row.traceparent()))
                .orElse(Span.getInvalid());
    }

    /** The broker answers that it will never take this record; other records may be fine. */
    private static boolean isForGood(Throwable refused) {
        return refused instanceof RecordTooLargeException
                || refused instanceof InvalidTopicException
                || refused instanceof InvalidRecordException;
    }

    /**
     * The broker answers, but has no such topic, or denies access to it; other topics may be open.
     */
    private static boolean isClosed(Throwable refused) {
        return refused instanceof TopicAuthorizationException
                || refused instanceof TimeoutException timeout
                        && timeout.getCause() instanceof UnknownTopicOrPartitionException;
    }

    private void flush() {
        try {
            open().flush();
        } catch (InterruptException e) {
            LOG.debug("Interrupted; the answers, read next, report it");
        }
    }

    private KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(config);
        }
        return producer;
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }
}
