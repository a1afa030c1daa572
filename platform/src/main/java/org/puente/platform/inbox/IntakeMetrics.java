package org.puente.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.puente.contracts.NodeId;
import org.puente.contracts.Topic;

/**
 * How many records this service took in or put aside, and when the last came of each node. How many
 * wait is shown by Kafka's consumer.
 */
@ApplicationScoped
class IntakeMetrics {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Counter records;
    private final Map<String, Long> lastMillis = new ConcurrentHashMap<>();

    IntakeMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        records = Counter.builder("puente.inbox.records")
                .description("Records taken in or put aside")
                .register(registry);
    }

    void taken(List<RawRecord> batch) {
        records.increment(batch.size());
        Set<String> topics = new HashSet<>();
        batch.forEach(record -> topics.add(record.topic()));
        topics.forEach(this::came);
    }

    private void came(String topic) {
        try {
            came(Topic.parse(topic).node());
        } catch (IllegalArgumentException e) {
            // Its records were put aside; it is nobody's.
        }
    }

    private void came(NodeId node) {
        String publisher = node.value();
        if (lastMillis.put(publisher, clock.millis()) == null) {
            Gauge.builder("puente.inbox.last.record.timestamp", () -> lastMillis.get(publisher) / 1000.0)
                    .description("When the last record of a node was taken in or put aside, by the clock here")
                    .baseUnit("seconds")
                    .tag("publisher", publisher)
                    .register(registry);
        }
    }
}
