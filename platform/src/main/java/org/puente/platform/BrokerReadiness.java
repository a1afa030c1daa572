package org.puente.platform;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means also that the broker answers this node's principal. */
@ApplicationScoped
@Readiness
class BrokerReadiness implements AsyncHealthCheck {
    private final Map<String, Object> config;
    private Admin admin;

    BrokerReadiness(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        config = new HashMap<>(kafka);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> open().describeCluster().clusterId().toCompletionStage())
                .replaceWith(HealthCheckResponse.up("broker"))
                .ifNoItem()
                .after(Duration.ofSeconds(3))
                .recoverWithItem(HealthCheckResponse.down("broker"))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down("broker"));
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
