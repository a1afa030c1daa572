package org.puente.platform.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.puente.contracts.FactType;

/**
 * A row of the outbox as a record (CloudEvents 1.0, binary mode). It is made of the columns alone,
 * since another release may have written a row of a type that this release doesn't know.
 */
final class FactRecord {
    private FactRecord() {}

    /**
     * @param traceparent null if there is none
     * @throws IllegalArgumentException if no record can be made of the row
     */
    static ProducerRecord<String, byte[]> of(OutboxTable.Row row, String traceparent) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        headers(row, traceparent)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Map<String, String> headers(OutboxTable.Row row, String traceparent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", row.id().toString());
        headers.put("ce_source", row.source());
        headers.put("ce_type", row.type());
        headers.put("ce_subject", row.key());
        headers.put("ce_time", row.at().toInstant().toString());
        headers.put("ce_dataschema", schema(row.type()).toString());
        headers.put("content-type", "application/json");
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return headers;
    }

    private static URI schema(String type) {
        return FactType.of(type).map(FactType::schema).orElseGet(() -> FactType.schemaOf(type));
    }
}
