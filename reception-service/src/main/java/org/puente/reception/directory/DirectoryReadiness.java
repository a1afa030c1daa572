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
    private final Pool database;

    DirectoryReadiness(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return arrived()
                .ifNoItem()
                .after(Duration.ofSeconds(2))
                .fail()
                .onFailure()
                .recoverWithItem(false)
                .map(arrived ->
                        HealthCheckResponse.named("directory").status(arrived).build());
    }

    private Uni<Boolean> arrived() {
        return database.query("select " + ReceptionDirectory.ARRIVED)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
