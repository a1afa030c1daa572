package org.puente.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What waits in this service, for operators, and whether its database answers: facts not yet at the broker, the age of the oldest,
 * records put aside, and facts for a later release. They are counted from time to time, so that a
 * scrape costs the database nothing.
 */
@ApplicationScoped
class Backlog {
    private static final String COUNT = """
            select (select count(*) from outbox),
                   (select coalesce(extract(epoch from now() - min(written_at)), 0) from outbox
                    where refused is null),
                   (select count(*) from outbox where refused is not null),
                   (select count(*) from dead_letter
                    where replayed_at is null and discarded_at is null
                          and cause <> 'type-unknown'),
                   (select count(*) from dead_letter
                    where replayed_at is null and discarded_at is null
                          and cause = 'type-unknown')
            """;

    private final Pool database;
    private volatile boolean reachable = true;
    private volatile double depth;
    private volatile double ageSeconds;
    private volatile double refused;
    private volatile double deadLetters;
    private volatile double forLater;

    Backlog(Pool database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("puente.database.reachable", () -> reachable ? 1 : 0)
                .description("1 if the database answered at the last look, else 0")
                .register(registry);
        Gauge.builder("puente.outbox.depth", () -> depth)
                .description("Facts committed and not yet acknowledged by the broker")
                .register(registry);
        Gauge.builder("puente.outbox.age", () -> ageSeconds)
                .description("Age of the oldest of them that the broker has not refused")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("puente.outbox.refused", () -> refused)
                .description("Those of them that the broker will never take as they are")
                .register(registry);
        Gauge.builder("puente.dead.letters", () -> deadLetters)
                .description("Records put aside that wait for an operator")
                .register(registry);
        Gauge.builder("puente.facts.later", () -> forLater)
                .description("Facts kept for a later release, which will know their type")
                .register(registry);
    }

    @Scheduled(
            every = "{puente.backlog.look-every}",
            delayed = "{puente.backlog.look-every}",
            identity = "count-backlog")
    Uni<Void> count() {
        return database.query(COUNT)
                .execute()
                .invoke(rows -> rows.forEach(this::remember))
                .replaceWithVoid()
                .onFailure()
                .invoke(() -> reachable = false)
                .onFailure()
                .recoverWithNull();
    }

    private void remember(Row row) {
        reachable = true;
        depth = row.getLong(0);
        ageSeconds = row.getNumeric(1).doubleValue();
        refused = row.getLong(2);
        deadLetters = row.getLong(3);
        forLater = row.getLong(4);
    }
}
