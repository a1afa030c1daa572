package org.puente.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What waits in this service, for operators: facts not yet at the broker, the age of the oldest,
 * and records put aside. Counted every five seconds, so that a scrape costs the database nothing.
 */
@ApplicationScoped
class Backlog {
    private static final String COUNT =
            """
            select (select count(*) from outbox),
                   (select coalesce(extract(epoch from now() - min(written_at)), 0) from outbox),
                   (select count(*) from dead_letter where replayed_at is null)
            """;

    private final Pool database;
    private volatile double depth;
    private volatile double ageSeconds;
    private volatile double deadLetters;

    Backlog(Pool database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("puente.outbox.depth", () -> depth)
                .description("Facts committed and not yet acknowledged by the broker")
                .register(registry);
        Gauge.builder("puente.outbox.age", () -> ageSeconds)
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("puente.dead.letters", () -> deadLetters)
                .description("Records put aside that wait for an operator")
                .register(registry);
    }

    @Scheduled(every = "5s", delayed = "5s", identity = "count-backlog")
    Uni<Void> count() {
        return database.query(COUNT)
                .execute()
                .invoke(rows -> rows.forEach(this::remember))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void remember(Row row) {
        depth = row.getLong(0);
        ageSeconds = row.getNumeric(1).doubleValue();
        deadLetters = row.getLong(2);
    }
}
