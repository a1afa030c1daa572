package org.puente.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Whether the broker answers this node's principal: shown beside the readiness and never part of
 * it. No request needs the broker, since the outbox keeps the facts.
 */
@ApplicationScoped
@Readiness
class BrokerHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(BrokerHealth.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final BrokerAdmin broker;
    private volatile boolean reachable;

    BrokerHealth(BrokerAdmin broker, MeterRegistry registry) {
        this.broker = broker;
        Gauge.builder("puente.broker.reachable", () -> reachable ? 1 : 0)
                .description("1 if the broker answered at the last look, else 0")
                .register(registry);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker")
                .up()
                .withData("reachable", reachable)
                .build();
    }

    @Scheduled(every = "{puente.broker.look-every}", identity = "look-at-the-broker")
    Uni<Void> look() {
        return answers()
                .onFailure()
                .recoverWithItem(false)
                .invoke(this::remember)
                .replaceWithVoid();
    }

    private Uni<Boolean> answers() {
        return Uni.createFrom()
                .completionStage(
                        () -> broker.open().describeCluster().clusterId().toCompletionStage())
                .replaceWith(true)
                .ifNoItem()
                .after(TIMEOUT)
                .recoverWithItem(false);
    }

    private void remember(boolean now) {
        if (now != reachable) {
            LOG.infof("The broker %s", now ? "answers" : "does not answer");
        }
        reachable = now;
    }
}
