package org.puente.platform.inbox;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.puente.platform.Json;

/** A record that was put aside, with its cause, until an operator mends and replays it. */
@Entity
@Table(name = "dead_letter")
class DeadLetter {
    @Id UUID id;
    String topic;

    @Column(name = "partition_no")
    int partition;

    @Column(name = "offset_no")
    long offset;

    @Column(name = "record_key")
    String key;

    String headers;
    byte[] payload;
    String cause;
    String detail;
    Instant at;
    int attempts;

    @Column(name = "replayed_at")
    Instant replayedAt;

    RawRecord record() {
        return new RawRecord(topic, partition, offset, key, headerMap(), payload);
    }

    Map<String, String> headerMap() {
        try {
            return Json.mapper().readValue(headers, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String payloadText() {
        return payload == null ? null : new String(payload, StandardCharsets.UTF_8);
    }
}
