package org.puente.reception.directory;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready only when the directory has arrived: without it nobody can be registered. */
@ApplicationScoped
@Readiness
class DirectoryReadiness implements AsyncHealthCheck {
    private static final String NAME = "directory";

    private final Pool database;

    DirectoryReadiness(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.query("select " + ReceptionDirectory.ARRIVED)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .map(here -> HealthCheckResponse.named(NAME).status(here).build())
                .ifNoItem()
                .after(Duration.ofSeconds(2))
                .recoverWithItem(HealthCheckResponse.down(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
