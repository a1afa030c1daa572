package org.puente.referral.webhooks;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.referral.changes.ChangeFeed;
import org.puente.referral.changes.DetachedContext;

/**
 * Plans deliveries of the new changes in the log, and has them made. It serves some webhooks side
 * by side, each on its own, so that a slow receiver holds up no other.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final ChangeFeed log;
    private final Deliveries deliveries;
    private final UnitOfWork work;
    private final Webhooks webhooks;
    private final DeliveryRun round;
    private final Clock clock;
    private final Vertx vertx;
    private final int sideBySide;
    private final AtomicInteger running = new AtomicInteger();

    Dispatcher(
            ChangeFeed log,
            Deliveries deliveries,
            UnitOfWork work,
            Webhooks webhooks,
            DeliveryRun round,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "puente.webhooks.side-by-side") int sideBySide) {
        this.log = log;
        this.deliveries = deliveries;
        this.work = work;
        this.webhooks = webhooks;
        this.round = round;
        this.clock = clock;
        this.vertx = vertx;
        this.sideBySide = sideBySide;
    }

    @Scheduled(every = "${puente.webhooks.tick}", concurrentExecution = ConcurrentExecution.SKIP, identity = "webhooks")
    Uni<Void> tick() {
        return log.settle()
                .chain(() -> deliveries.plan(clock.instant()))
                .chain(this::lease)
                .invoke(leased -> leased.forEach(this::start))
                .replaceWithVoid()
                .onFailure(Faults::isTransient)
                .recoverWithUni(fault -> {
                    LOG.debugf("Webhooks wait: %s", Faults.causes(fault));
                    return Uni.createFrom().voidItem();
                });
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
                () -> round.of(leased).onTermination().invoke(running::decrementAndGet),
                over -> {},
                fault -> LOG.warnf("Webhook %s waits: %s", leased.id, Faults.causes(fault)));
    }
}
