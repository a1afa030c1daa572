package org.puente.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.Faults;
import org.puente.platform.tracing.Spans;
import org.puente.platform.tracing.Tracing;

/**
 * Takes committed facts from the outbox to Kafka: right after a commit, and from time to time for
 * facts that a fault, here or at another instance, left behind. It has a thread of its own, so that
 * waiting for the broker never holds a request's session or event loop.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final BooleanSupplier goes;
    private final OutboxTable table;
    private final FactProducer producer;
    private final ClosedTopics closed = new ClosedTopics();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("outbox-relay").unstarted(task));
    private boolean failing;

    /** Whether facts may be left that no commit of this instance will wake the relay for. */
    private boolean mayHaveLeft = true;

    private long lookedAt;

    /** How often it is looked whether facts that were left can go. */
    @ConfigProperty(name = "puente.outbox.tick-millis", defaultValue = "1000")
    long tickMillis;

    /** How often it is looked for facts that another instance left behind when it died. */
    @ConfigProperty(name = "puente.outbox.idle-tick-millis", defaultValue = "10000")
    long idleTickMillis;

    @Inject
    Relay(
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Epoch epoch,
            Tracing tracing) {
        this(database, kafka, epoch::isCurrent, tracing.spans());
    }

    /**
     * @param goes whether to send; false while this service compares its database with the broker
     */
    Relay(DataSource database, Map<String, Object> kafka, BooleanSupplier goes, Optional<Spans> spans) {
        this.goes = goes;
        this.table = new OutboxTable(database);
        this.producer = new FactProducer(kafka, spans);
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::tick, tickMillis, tickMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
        producer.close();
    }

    /**
     * Notifies the relay that a commit may have left facts. Many calls before it runs count as one.
     */
    public void wake() {
        if (due.compareAndSet(false, true)) {
            try {
                thread.execute(this::drain);
            } catch (RejectedExecutionException e) {
                LOG.debug("The service stops; its outbox is drained at the next start");
            }
        }
    }

    private void tick() {
        if (mayHaveLeft || System.nanoTime() - lookedAt >= TimeUnit.MILLISECONDS.toNanos(idleTickMillis)) {
            drain();
        }
    }

    /** Never throws: a timer ends when its task throws anything, even an {@link Error}. */
    private void drain() {
        due.set(false);
        lookedAt = System.nanoTime();
        mayHaveLeft = true;
        try {
            if (goes.getAsBoolean()) {
                mayHaveLeft = relayAll();
            }
        } catch (Throwable e) {
            onFailure(e);
        }
    }

    /**
     * @return whether facts may be left: for a topic that rests, or while another instance relays,
     *     which may have read before they were committed
     */
    private boolean relayAll() throws SQLException {
        OutboxTable.Relayed relayed;
        do {
            relayed = table.relay(closed.now(), producer::begin);
            closed.add(relayed.closed());
        } while (relayed.full());
        if (failing) {
            failing = false;
            LOG.info("The outbox is relayed again");
        }
        return relayed.passed() || !closed.now().isEmpty();
    }

    private void onFailure(Throwable failure) {
        boolean first = !failing;
        failing = true;
        if (failure instanceof Error) {
            producer.close(); // its state is unknown: the next batch opens a new one
        }
        if (first && failure instanceof Error) {
            LOG.errorf("The outbox waits: %s", Faults.trace(failure));
        } else if (first) {
            LOG.warnf("The outbox waits: %s", failure.getMessage());
        }
    }
}
