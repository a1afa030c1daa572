package org.puente.referral.webhooks;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.execution.DetachedContext;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.referral.changes.ChangeFeed;
import org.puente.referral.changes.FeedGrowth;

/**
 * Plans deliveries of the new changes in the feed, and has them made: soon after a change is
 * committed, and at each tick what is to be tried again. It serves some webhooks side by side, each
 * on its own, so that a slow receiver holds up no other.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final long GATHER_MILLIS = 20;

    private final ChangeFeed feed;
    private final Deliveries deliveries;
    private final UnitOfWork work;
    private final Webhooks webhooks;
    private final DeliveryRun run;
    private final Epoch epoch;
    private final Clock clock;
    private final Vertx vertx;
    private final int sideBySide;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();

    /** How many ticks were asked for since the last one began; it counts. */
    private final AtomicInteger ticks = new AtomicInteger();

    private volatile boolean wanted;

    Dispatcher(
            ChangeFeed feed,
            Deliveries deliveries,
            UnitOfWork work,
            Webhooks webhooks,
            DeliveryRun run,
            Epoch epoch,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "puente.webhooks.side-by-side") int sideBySide) {
        this.feed = feed;
        this.deliveries = deliveries;
        this.work = work;
        this.webhooks = webhooks;
        this.run = run;
        this.epoch = epoch;
        this.clock = clock;
        this.vertx = vertx;
        this.sideBySide = sideBySide;
    }

    void changed(@Observes FeedGrowth growth) {
        soon();
    }

    /** Changes that are committed until then are planned together. */
    private void soon() {
        if (wanted && due.compareAndSet(false, true)) {
            vertx.setTimer(GATHER_MILLIS, now -> {
                due.set(false);
                if (epoch.isCurrent()) {
                    DetachedContext.run(vertx, this::tick, over -> {}, Dispatcher::log);
                }
            });
        }
    }

    /** One at a time, since each leases as many webhooks as the others leave; then once more for those that came. */
    @Scheduled(every = "${puente.webhooks.tick}", concurrentExecution = ConcurrentExecution.SKIP, identity = "webhooks")
    Uni<Void> tick() {
        return ticks.getAndIncrement() > 0 ? Uni.createFrom().voidItem() : look().eventually(this::ticked);
    }

    private void ticked() {
        if (ticks.getAndSet(0) > 1) {
            soon();
        }
    }

    private Uni<Void> look() {
        return settleAndPlan().onFailure(Faults::isTransient).recoverWithUni(fault -> {
            LOG.debugf("Webhooks wait: %s", Faults.causes(fault));
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> settleAndPlan() {
        return feed.settle()
                .chain(deliveries::anyReceiver)
                .invoke(any -> wanted = any)
                .chain(any -> any ? planAndStart() : Uni.createFrom().voidItem());
    }

    private static void log(Throwable fault) {
        LOG.warnf("Webhooks wait: %s", Faults.causes(fault));
    }

    private Uni<Void> planAndStart() {
        return deliveries
                .plan(clock.instant())
                .chain(this::lease)
                .invoke(leased -> leased.forEach(this::start))
                .replaceWithVoid();
    }

    private Uni<List<Webhook>> lease() {
        int free = sideBySide - running.get();
        return deliveries
                .anyDue(clock.instant())
                .chain(any -> any && free > 0
                        ? work.run(session -> webhooks.lease(session, clock.instant(), free))
                        : Uni.createFrom().item(List.<Webhook>of()));
    }

    private void start(Webhook leased) {
        running.incrementAndGet();
        DetachedContext.run(
                vertx,
                () -> run.of(leased).onTermination().invoke(running::decrementAndGet),
                over -> soon(),
                fault -> LOG.warnf("Webhook %s waits: %s", leased.id, Faults.causes(fault)));
    }
}
