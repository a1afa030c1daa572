package org.puente.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.puente.platform.json.Json;

/**
 * A record as it lies on the topic, kept whole so that it can be put aside and replayed. U+0000 in
 * key and headers is replaced.
 */
record RawRecord(String topic, int partition, long offset, String key, Map<String, String> headers, byte[] payload) {

    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(plain(header.key()), text(header.value()));
        }
        return new RawRecord(
                record.topic(), record.partition(), record.offset(), text(record.key()), headers, record.value());
    }

    /** Where the record lies, for the log. */
    String place() {
        return topic + " partition " + partition + " offset " + offset;
    }

    /** Reads headers as they are kept with a dead letter. */
    @SuppressWarnings("unchecked")
    static Map<String, String> headers(String json) {
        return Json.read(json, Map.class);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : plain(new String(bytes, StandardCharsets.UTF_8));
    }

    /** PostgreSQL keeps no U+0000, but a record with this character must be put aside too. */
    private static String plain(String text) {
        return text.replace("\u0000", "\ufffd");
    }
}
