package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.puente.contracts.FactType;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.tracing.Trace;
import org.puente.platform.tracing.Tracing;
import org.puente.platform.waiting.FactArrivals;

/**
 * Takes facts in: a batch of records is one transaction of inbox, effects and outbox. A fault
 * (database or broker gone) is retried here for as long as it lasts. A record that can never be
 * taken in goes to the dead letters, and the stream goes on.
 */
@ApplicationScoped
public class Intake {
    private final UnitOfWork work;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final FactsForLater forLater;
    private final FactHandler handler;
    private final Ahead ahead;
    private final IntakePositions positions;
    private final IntakeMetrics metrics;
    private final FactArrivals arrivals;
    private final Tracing tracing;

    Intake(
            UnitOfWork work,
            Inbox inbox,
            DeadLetters deadLetters,
            FactsForLater forLater,
            FactHandler handler,
            Ahead ahead,
            IntakePositions positions,
            IntakeMetrics metrics,
            FactArrivals arrivals,
            Tracing tracing) {
        this.work = work;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.forLater = forLater;
        this.handler = handler;
        this.ahead = ahead;
        this.positions = positions;
        this.metrics = metrics;
        this.arrivals = arrivals;
        this.tracing = tracing;
    }

    /**
     * Also called to take in again what a restored database has forgotten. Call it on a Vert.x
     * context.
     */
    @Incoming("facts")
    public Uni<Void> on(ConsumerRecords<byte[], byte[]> records) {
        List<RawRecord> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            batch.add(RawRecord.of(record));
        }
        return TransientRetry.outlast(
                        Faults::isTransient, () -> forLater.takeIn().chain(() -> together(batch)))
                .onFailure()
                .recoverWithUni(broken -> oneByOne(batch))
                .invoke(() -> metrics.taken(batch));
    }

    /** The good case: every record of the batch in one transaction. */
    private Uni<Void> together(List<RawRecord> batch) {
        List<Received> good = new ArrayList<>(batch.size());
        List<DeadLetters.Bad> bad = new ArrayList<>();
        BatchSpans spans = new BatchSpans(tracing.spans());
        for (RawRecord record : batch) {
            if (!takes(record)) {
                continue;
            }
            try {
                spans.begin(record);
                Received received = Decoder.decode(record);
                ahead.refuse(received);
                good.add(spans.name(received));
            } catch (FactRefused e) {
                spans.refuse(e);
                bad.add(new DeadLetters.Bad(record, e));
            }
        }
        return work.run(session -> deadLetters
                        .add(session, bad)
                        .invoke(() -> followFirst(good))
                        .chain(() -> inbox.take(session, good))
                        .chain(fresh -> handler.onAll(session, fresh))
                        .chain(() -> positions.advance(session, batch)))
                .invoke(() -> arrivals.came(good))
                .onItemOrFailure()
                .invoke((done, failure) -> spans.end(failure));
    }

    /** Until a fact is handled by itself, the batch is a part of the first fact's trace. */
    private static void followFirst(List<Received> good) {
        Trace.follow(good.isEmpty() ? null : good.getFirst().envelope().traceparent());
    }

    /**
     * A record broke the batch: each record gets a transaction of its own, and the bad one is put
     * aside.
     */
    private Uni<Void> oneByOne(List<RawRecord> batch) {
        return Sequential.each(batch, record -> TransientRetry.outlast(failure -> true, () -> alone(record)));
    }

    private Uni<Void> alone(RawRecord record) {
        return together(List.of(record))
                .onFailure(failure -> !Faults.isTransient(failure))
                .recoverWithUni(broken -> work.run(session -> deadLetters
                        .add(session, List.of(new DeadLetters.Bad(record, broken)))
                        .chain(() -> positions.advance(session, List.of(record)))));
    }

    /** Whether a record has or had its effect here; false for one that is passed over unread. */
    public boolean takes(ConsumerRecord<byte[], byte[]> record) {
        return takes(RawRecord.of(record));
    }

    private boolean takes(RawRecord record) {
        return Optional.ofNullable(record.headers().get("ce_type"))
                .flatMap(FactType::of)
                .map(handler::takes)
                .orElse(true);
    }

    /** Puts a record aside that was read beside the consumer group, and can never be taken in. */
    public Uni<Void> putAside(ConsumerRecord<byte[], byte[]> record, Throwable why) {
        return work.run(session -> deadLetters.add(session, List.of(new DeadLetters.Bad(RawRecord.of(record), why))));
    }
}
