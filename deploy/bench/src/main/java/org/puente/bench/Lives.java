package org.puente.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The facts of many people whose lives go on side by side. */
final class Lives {
    private static final int AT_ONCE = 2_000;

    private final Random random = new Random(20250102);
    private final Life[] lives = new Life[AT_ONCE];

    Lives() {
        Arrays.setAll(lives, i -> new Life(random));
    }

    private NodeFact next() {
        int who = random.nextInt(AT_ONCE);
        NodeFact fact = lives[who].next();
        if (fact == null) {
            lives[who] = new Life(random);
            fact = lives[who].next();
        }
        return fact;
    }

    /**
     * Puts facts on their topics; returns when the broker has all of them.
     *
     * @param kafka the settings of a client that may write to every node's topics
     */
    void publish(int facts, Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < facts; i++) {
                producer.send(next().record(), (done, fault) -> failure.compareAndSet(null, fault));
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The broker didn't take a fact", failure.get());
        }
    }
}
