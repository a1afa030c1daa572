package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-02T15:04:05Z",
                "2025-01-02T15:04:05.1Z",
                "2025-01-02T15:04:05.123456Z",
                "2025-01-02T15:04:05.123456789Z",
                "2024-02-29T23:59:59.000001Z",
                "2025-01-02T15:04Z",
                "2025-01-02T09:04:05.123456-06:00"
            })
    void readsWhatTheLibraryReads(String text) {
        assertThat(Times.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2025-02-29T15:04:05Z",
                "2025-13-02T15:04:05Z",
                "2025-01-02T24:04:05Z",
                "2025-01-02T15:04:60Z",
                "2025-01-02T15:04:05",
                "2025-01-02T15:04:05.1234567890Z",
                "2025-01-02 15:04:05Z",
                "+025-01-02T15:04:05Z",
                "2025-01-02T15:04:05.12x456Z"
            })
    void refusesWhatTheLibraryRefuses(String text) {
        assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999_999_999_999L, -1})
    void readsWhatAnInstantWrites(long micros) {
        Instant instant = Instant.EPOCH.plusNanos(micros * 1_000);
        assertThat(Times.parse(instant.toString())).isEqualTo(instant);
    }
}
