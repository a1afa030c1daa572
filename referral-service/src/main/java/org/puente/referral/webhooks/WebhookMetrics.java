package org.puente.referral.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** Metrics of webhooks for operators: attempts by outcome, pending deliveries, disabled webhooks. */
@ApplicationScoped
class WebhookMetrics {
    private static final String COUNT = """
            select (select count(*) from webhook where disabled_at is not null),
                   count(*), coalesce(extract(epoch from now() - min(created_at)), 0)
            from webhook_delivery where state = 'pending'
            """;

    private final Pool database;
    private final MeterRegistry registry;
    private volatile double disabled;
    private volatile double waiting;
    private volatile double ageSeconds;

    WebhookMetrics(Pool database, MeterRegistry registry) {
        this.database = database;
        this.registry = registry;
        attempts("2xx");
        Gauge.builder("puente.webhooks.disabled", () -> disabled)
                .description("Webhooks that were disabled, for want of answers or at their wish")
                .register(registry);
        Gauge.builder("puente.webhooks.waiting", () -> waiting)
                .description("Deliveries that are still to be made")
                .register(registry);
        Gauge.builder("puente.webhooks.age", () -> ageSeconds)
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(registry);
    }

    void count(Outcome outcome) {
        attempts(word(outcome)).increment();
    }

    private Counter attempts(String outcome) {
        return Counter.builder("puente.webhooks.attempts")
                .description("Attempts to deliver, by the answer")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> answered.status() / 100 + "xx";
            case Outcome.Unanswered unanswered -> unanswered.why();
        };
    }

    @Scheduled(
            every = "{puente.backlog.look-every}",
            delayed = "{puente.backlog.look-every}",
            identity = "count-webhooks")
    Uni<Void> look() {
        return database.query(COUNT)
                .execute()
                .invoke(rows -> rows.forEach(this::remember))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void remember(Row row) {
        disabled = row.getLong(0);
        waiting = row.getLong(1);
        ageSeconds = row.getNumeric(2).doubleValue();
    }
}
