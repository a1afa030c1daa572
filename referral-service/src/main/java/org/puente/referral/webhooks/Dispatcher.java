package org.puente.referral.webhooks;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.execution.DetachedContext;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.Faults;
import org.puente.referral.changes.ChangeFeed;
import org.puente.referral.changes.FeedGrowth;

/**
 * Plans deliveries of the new changes in the feed, and has them made: at once after a change is
 * committed, and at each tick what is to be tried again. It serves some webhooks side by side, each
 * on its own, so that a slow receiver holds up no other.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Between the beginnings of two runs: the changes that are committed meanwhile are planned together. */
    private static final long GATHER_MILLIS = 20;

    private final ChangeFeed feed;
    private final DeliveryQueue queue;
    private final DeliveryRun run;
    private final Epoch epoch;
    private final Clock clock;
    private final Vertx vertx;
    private final int sideBySide;
    private final CoalescedRuns runs = new CoalescedRuns(this::serve, this::soon);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean grown = new AtomicBoolean();
    private volatile boolean receivers;
    private volatile long begunAt = System.nanoTime();

    Dispatcher(
            ChangeFeed feed,
            DeliveryQueue queue,
            DeliveryRun run,
            Epoch epoch,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "puente.webhooks.side-by-side") int sideBySide) {
        this.feed = feed;
        this.queue = queue;
        this.run = run;
        this.epoch = epoch;
        this.clock = clock;
        this.vertx = vertx;
        this.sideBySide = sideBySide;
    }

    void changed(@Observes FeedGrowth growth) {
        if (receivers) {
            grown.set(true);
            soon();
        }
    }

    /** At once, unless the last run began a moment ago. */
    private void soon() {
        if (due.compareAndSet(false, true)) {
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunAt);
            vertx.setTimer(Math.max(1, GATHER_MILLIS - since), now -> {
                due.set(false);
                if (epoch.isCurrent()) {
                    DetachedContext.run(vertx, this::tick, over -> {}, Dispatcher::log);
                }
            });
        }
    }

    /** One run at a time, since each leases as many webhooks as the others leave. */
    @Scheduled(every = "${puente.webhooks.tick}", concurrentExecution = ConcurrentExecution.SKIP, identity = "webhooks")
    Uni<Void> tick() {
        return runs.run();
    }

    private Uni<Void> serve() {
        begunAt = System.nanoTime();
        return (grown.getAndSet(false) ? serveGrowth() : lookAndServe())
                .onFailure(Faults::isTransient)
                .recoverWithUni(fault -> {
                    LOG.debugf("Webhooks wait: %s", Faults.causes(fault));
                    return Uni.createFrom().voidItem();
                });
    }

    /** Looks again where another has the turn in the feed, and moves the changes a moment later. */
    private Uni<Void> serveGrowth() {
        return feed.move()
                .invoke(moved -> {
                    if (moved == 0) {
                        soon();
                    }
                })
                .chain(this::planAndStart);
    }

    private Uni<Void> lookAndServe() {
        return queue.look(clock.instant())
                .invoke(found -> receivers = found.receivers())
                .chain(found -> found.work() ? serve(found) : Uni.createFrom().voidItem());
    }

    private Uni<Void> serve(DeliveryQueue.Look found) {
        return feed.move()
                .chain(moved ->
                        found.receivers() ? planAndStart() : Uni.createFrom().voidItem());
    }

    private Uni<Void> planAndStart() {
        return queue.plan(clock.instant())
                .chain(this::lease)
                .chain(leased -> leased.isEmpty() ? Uni.createFrom().voidItem() : start(leased));
    }

    private Uni<List<LeasedWebhook>> lease() {
        int free = sideBySide - underWay.get();
        return free > 0 ? queue.lease(clock.instant(), free) : Uni.createFrom().item(List.of());
    }

    private Uni<Void> start(List<LeasedWebhook> leased) {
        return queue.due(leased, clock.instant())
                .map(all -> all.stream().collect(Collectors.groupingBy(DueDelivery::webhookId)))
                .invoke(all -> leased.forEach(webhook -> start(webhook, all.getOrDefault(webhook.id(), List.of()))))
                .replaceWithVoid();
    }

    private void start(LeasedWebhook leased, List<DueDelivery> deliveries) {
        underWay.incrementAndGet();
        DetachedContext.run(
                vertx,
                () -> Uni.createFrom()
                        .deferred(() -> run.of(leased, deliveries))
                        .onTermination()
                        .invoke(underWay::decrementAndGet),
                over -> soon(),
                fault -> LOG.warnf("Webhook %s waits: %s", leased.id(), Faults.causes(fault)));
    }

    private static void log(Throwable fault) {
        LOG.warnf("Webhooks wait: %s", Faults.causes(fault));
    }
}
