package org.puente.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.common.Metric;

/**
 * How many partitions this instance takes in, under the name that Kafka's binder for Micrometer gives
 * it: of several instances each has a share; one that has none only answers requests.
 */
@ApplicationScoped
class AssignedPartitions {
    private static final String GROUP = "consumer-coordinator-metrics";
    private static final String NAME = "assigned-partitions";

    private final KafkaClientService consumers;

    AssignedPartitions(KafkaClientService consumers) {
        this.consumers = consumers;
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("kafka.consumer.coordinator.assigned.partitions", this::sum)
                .description("Partitions that this instance takes in")
                .register(registry);
    }

    private double sum() {
        return consumers.getConsumerChannels().stream()
                .flatMap(channel -> consumers.getConsumers(channel).stream())
                .flatMap(consumer -> consumer.unwrap().metrics().values().stream())
                .filter(metric -> metric.metricName().group().equals(GROUP)
                        && metric.metricName().name().equals(NAME))
                .map(Metric::metricValue)
                .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
                .sum();
    }
}
