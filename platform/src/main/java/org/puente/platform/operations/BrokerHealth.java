package org.puente.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
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

    private final Map<String, Object> config;
    private volatile boolean reachable;
    private Admin admin;

    BrokerHealth(@Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry registry) {
        config = new HashMap<>(kafka);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
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
                .completionStage(() -> open().describeCluster().clusterId().toCompletionStage())
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

    private synchronized Admin open() {
        if (admin == null) {
            admin = Admin.create(config);
        }
        return admin;
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
