package org.puente.platform.inbox;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.local.Backbone;
import org.puente.platform.PlatformTestBase;
import org.puente.platform.testing.Wire;

/** Two instances of a service, where nothing else happens on its topics. */
@Tag("containers")
@QuarkusTest
class HandoverTest extends PlatformTestBase {
    private static final String TOPIC = "puente.hnd.directory";

    /** More than twice what {@link HandoverWaitsTest} permits: the host may be busy. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** Longer than what was begun when the other instance came. */
    private static final Duration STEADY = Duration.ofSeconds(8);

    @Test
    void thePartitionsOfAnInstanceThatLeavesAreReadAtOnce() {
        takenIn(fact("hnd", 1), SOON);
        CapacityChanged theirs;
        try (KafkaConsumer<byte[], byte[]> other = new KafkaConsumer<>(sameGroup())) {
            other.subscribe(Pattern.compile("puente\\.[^.]+\\.directory"));
            await().during(STEADY).atMost(SOON).pollInSameThread().until(() -> {
                other.poll(Duration.ofMillis(100));
                return other.assignment().stream().anyMatch(one -> one.topic().equals(TOPIC));
            });
            theirs = liesOn(other.assignment());
        }
        takenIn(theirs, AT_ONCE);
    }

    private void takenIn(CapacityChanged fact, Duration within) {
        put("hnd", fact);
        await().atMost(within).until(() -> effects(fact.subject()) == 1);
    }

    /** A fact about an offer whose facts lie on one of the partitions. */
    private static CapacityChanged liesOn(Set<TopicPartition> some) {
        Predicate<CapacityChanged> liesThere =
                fact -> some.contains(new TopicPartition(TOPIC, Wire.partition(TOPIC, fact.subject())));
        return Stream.generate(() -> fact("hnd", 1))
                .filter(liesThere)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> sameGroup() {
        Map<String, Object> settings = new HashMap<>(Backbone.forTests().kafkaClient("gtm"));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "gtm.registry");
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "test-client-of-another-instance");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
