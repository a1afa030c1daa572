package org.puente.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
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
                "2025-01-02T09:04:05.123456-06:00",
                "2025-01-02t09:04:05z"
            })
    void readsWhatTheLibraryReads(String text) {
        assertThat(Times.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
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
        assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999_999_999_999L, -1})
    void readsWhatAnInstantWrites(long micros) {
        Instant instant = Instant.EPOCH.plusNanos(micros * 1_000);
        assertThat(Times.instant(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-02T15:04Z",
                "2025-01-02T15:04:05+01",
                "2025-01-02T15:04:05.Z",
                "1796127606275",
                "0205-01-02T15:04:05Z",
                "1899-12-31T23:59:59.999999Z",
                "2200-01-01T00:00:00Z",
                "2199-12-31T23:59:59-01:00",
                "9999-12-31T23:59:59Z",
                "+58887-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z"
            })
    void refusesWhatIsNotOfRfc3339OrOutOfBounds(String text) {
        assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2024-02-29", "9999-12-31"})
    void readsADay(String text) {
        assertThat(Times.day(text)).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20250102",
                "2025-02-29",
                "2025-1-2",
                "2025-01-02T00:00:00Z",
                "0205-01-02",
                "1899-12-31",
                "10000-01-01",
                "+1000000000-12-31",
                "20089"
            })
    void refusesWhatIsNoDay(String text) {
        assertThatThrownBy(() -> Times.day(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void bringsWhatWasStoredBeyondTheBoundsWithinThem() {
        assertThat(Times.within(Instant.MAX)).isEqualTo("2199-12-31T23:59:59.999999Z");
        assertThat(Times.within(LocalDate.MIN)).isEqualTo("1900-01-01");
    }
}
