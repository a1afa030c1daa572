package org.puente.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.puente.platform.testing.Wire;

/** The directories on the backbone, as another node reads them. */
public final class Published {
    /** Enough for a busy machine; a test goes on as soon as it may. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private Published() {}

    /** All records of a node's directory so far, as the reader may read them. */
    public static List<ConsumerRecord<String, String>> read(String reader, String node) {
        return Wire.dumpAs(reader, topic(node));
    }

    /** The records of a subject, oldest first, once they are as awaited. */
    public static List<ConsumerRecord<String, String>> await(
            String node, String subject, Predicate<List<ConsumerRecord<String, String>>> awaited) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> read("hnd", node).stream()
                                .filter(record -> record.key().equals(subject))
                                .toList(),
                        awaited);
    }

    /** A record's headers as text. */
    public static Map<String, String> headers(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static String topic(String node) {
        return "puente." + node + ".directory";
    }
}
