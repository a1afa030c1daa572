package org.puente.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * How many facts wait for this instance: the one metric of Kafka's client that operators need. All
 * of them would be a dozen series for each partition of each topic.
 */
@ApplicationScoped
class ConsumerLag {
    private static final String GROUP = "consumer-fetch-manager-metrics";
    private static final String NAME = "records-lag-max";

    private final KafkaClientService consumers;

    ConsumerLag(KafkaClientService consumers) {
        this.consumers = consumers;
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("kafka.consumer.fetch.manager.records.lag.max", this::max)
                .description("Records that wait for this instance, in the partition where most do")
                .register(registry);
    }

    /** 0 where nothing was fetched lately, as when nothing waits. */
    private double max() {
        return consumers.getConsumerChannels().stream()
                .flatMap(channel -> consumers.getConsumers(channel).stream())
                .flatMap(consumer -> consumer.unwrap().metrics().values().stream())
                .filter(metric -> isOfTheClient(metric.metricName()))
                .mapToDouble(ConsumerLag::value)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
    }

    /** A partition has a metric of this name, too. */
    private static boolean isOfTheClient(MetricName metric) {
        return metric.name().equals(NAME)
                && metric.group().equals(GROUP)
                && !metric.tags().containsKey("partition");
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
