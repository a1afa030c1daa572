package org.puente.platform.persistence;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers: without it no request can be served. */
@ApplicationScoped
@Readiness
class DatabaseReadiness implements AsyncHealthCheck {
    private final Pool database;

    DatabaseReadiness(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.query("select 1")
                .execute()
                .replaceWith(HealthCheckResponse.up("database"))
                .ifNoItem()
                .after(Duration.ofSeconds(2))
                .recoverWithItem(HealthCheckResponse.down("database"))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down("database"));
    }
}
