package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    static final Envelope ENVELOPE = new Envelope(
            UUID.fromString("01942c3a-7b1e-7c55-9a10-000000000001"),
            Source.parse("/slv/reception"),
            FactType.RETURN_REGISTERED,
            "01942c3a-7b1e-7c55-9a10-000000000002",
            Instant.parse("2025-01-02T15:04:05.123456Z"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void writesTheHeadersOfCloudEventsInBinaryMode() {
        assertThat(ENVELOPE.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "01942c3a-7b1e-7c55-9a10-000000000001",
                        "ce_source", "/slv/reception",
                        "ce_type", "org.puente.return.registered.v1",
                        "ce_subject", "01942c3a-7b1e-7c55-9a10-000000000002",
                        "ce_time", "2025-01-02T15:04:05.123456Z",
                        "ce_dataschema", "https://puente.example/schemas/return.registered.v1.json",
                        "content-type", "application/json",
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWroteOfEveryType(FactType type) {
        Envelope envelope = new Envelope(ENVELOPE.id(), ENVELOPE.source(), type, "offer/a", ENVELOPE.time(), null);
        assertThat(Envelope.read(envelope.headers())).isEqualTo(envelope);
    }

    @Test
    void readsATimeOfAnotherZoneAsUtc() {
        assertThat(with("ce_time", "2025-01-02T09:04:05.123456-06:00")).isEqualTo(ENVELOPE);
    }

    @Test
    void readsAMediaTypeWithItsCharset() {
        assertThat(with("content-type", "application/json; charset=utf-8")).isEqualTo(ENVELOPE);
    }

    @Test
    void losesNoFactOverABrokenTrace() {
        assertThat(with("traceparent", "broken").traceparent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_subject",
                "ce_time",
                "ce_dataschema",
                "content-type"
            })
    void refusesAMissingHeaderByName(String header) {
        assertThatThrownBy(() -> with(header, null))
                .isInstanceOfSatisfying(
                        UnreadableFact.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("header-missing"))
                .hasMessageStartingWith(header);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, 1-1-1-1-1",
        "ce_source, /slv",
        "ce_source, slv/reception",
        "ce_source, /slv/reception/x",
        "ce_source, /SLV/reception",
        "ce_subject, Ana Pérez",
        "ce_time, yesterday",
        "ce_dataschema, https://puente.example/schemas/return.amended.v1.json",
        "content-type, text/plain",
        "ce_type, capacity.changed",
        "ce_type, org.puente.Capacity.changed.v1",
        "ce_type, org.puente.capacity.changed.v0"
    })
    void refusesAWrongHeaderWithoutRepeatingIt(String header, String value) {
        assertThatThrownBy(() -> with(header, value))
                .isInstanceOfSatisfying(
                        UnreadableFact.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("header-invalid"))
                .hasMessage(header + " can't be read");
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertThatThrownBy(() -> with("ce_type", "org.puente.return.registered.v2"))
                .isInstanceOfSatisfying(
                        UnreadableFact.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("type-unknown"));
    }

    private static Envelope with(String header, String value) {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put(header, value);
        return Envelope.read(headers);
    }
}
