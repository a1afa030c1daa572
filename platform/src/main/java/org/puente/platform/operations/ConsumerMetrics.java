package org.puente.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The metrics of Kafka's consumers that operators need, under the names that its binder for Micrometer
 * gives them. All of them would be a dozen series for each partition of each topic.
 */
@ApplicationScoped
class ConsumerMetrics {
    private final KafkaClientService consumers;

    ConsumerMetrics(KafkaClientService consumers) {
        this.consumers = consumers;
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("kafka.consumer.fetch.manager.records.lag.max", this::lag)
                .description("Records that wait for this instance, in the partition where most do")
                .register(registry);
        Gauge.builder("kafka.consumer.coordinator.assigned.partitions", this::partitions)
                .description("Partitions that this instance takes in")
                .register(registry);
    }

    /** 0 where nothing was fetched lately, as when nothing waits. */
    private double lag() {
        return values("consumer-fetch-manager-metrics", "records-lag-max").max().orElse(0);
    }

    /** Of several instances each has a share; one that has none only answers requests. */
    private double partitions() {
        return values("consumer-coordinator-metrics", "assigned-partitions").sum();
    }

    private DoubleStream values(String group, String name) {
        return consumers.getConsumerChannels().stream()
                .flatMap(channel -> consumers.getConsumers(channel).stream())
                .flatMap(consumer -> consumer.unwrap().metrics().values().stream())
                .filter(metric -> isOfTheClient(metric.metricName(), group, name))
                .mapToDouble(ConsumerMetrics::value)
                .filter(value -> !Double.isNaN(value));
    }

    /** A partition may have a metric of the same name, too. */
    private static boolean isOfTheClient(MetricName metric, String group, String name) {
        return metric.name().equals(name)
                && metric.group().equals(group)
                && !metric.tags().containsKey("partition");
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
