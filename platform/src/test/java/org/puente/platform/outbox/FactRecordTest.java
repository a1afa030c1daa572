package org.puente.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;

class FactRecordTest {
    private static final UUID ID = UUID.fromString("01942c3a-7b1e-7c55-9a10-000000000001");
    private static final Instant AT = Instant.parse("2025-01-02T15:04:05.123456Z");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static OutboxTable.Row row(String type, String trace) {
        return new OutboxTable.Row(
                1,
                ID,
                "puente.slv.returns",
                "key",
                type,
                "/slv/reception",
                OffsetDateTime.ofInstant(AT, ZoneOffset.UTC),
                trace,
                new byte[] {'{', '}'});
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void bearsTheHeadersOfTheContract(FactType type) {
        Envelope envelope = new Envelope(ID, new Source(new NodeId("slv"), "reception"), type, "key", AT, TRACE);
        assertThat(headers(FactRecord.of(row(type.type(), TRACE), TRACE))).isEqualTo(envelope.headers());
    }

    /** A newer release wrote it, and was rolled back. */
    @Test
    void aTypeOfAnotherReleaseGoesByItsColumns() {
        assertThat(headers(FactRecord.of(row("org.puente.referral.issued.v2", null), null)))
                .containsEntry("ce_type", "org.puente.referral.issued.v2")
                .containsEntry("ce_dataschema", "https://puente.example/schemas/referral.issued.v2.json")
                .doesNotContainKey("traceparent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "org.puente.v1", "org.puente.a b.v1", "org.puente.a.v0"})
    void whatHasNotTheFormOfATypeIsNone(String type) {
        assertThatThrownBy(() -> FactRecord.of(row(type, null), null)).isInstanceOf(IllegalArgumentException.class);
    }
}
