package org.puente.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How many records this service took in or put aside. Kafka's own lag metric shows how many wait.
 */
@ApplicationScoped
class IntakeMetrics {
    private final Counter records;

    IntakeMetrics(MeterRegistry registry) {
        records = Counter.builder("puente.inbox.records")
                .description("Records taken in or put aside")
                .register(registry);
    }

    void taken(int count) {
        records.increment(count);
    }
}
