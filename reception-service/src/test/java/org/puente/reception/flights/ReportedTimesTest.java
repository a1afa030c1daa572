package org.puente.reception.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.platform.problems.FieldError;

class ReportedTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T15:00:00Z");
    private static final LocalDate RETURNED = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T14:00:00Z, ",
        "2026-11-27T15:05:00Z, ",
        "2026-11-27T15:05:00.001Z, time-in-the-future",
        "2036-11-27T15:05:00Z, time-in-the-future",
        "2026-11-26T00:00:00Z, ",
        "2026-11-25T23:59:59Z, time-before-return",
        "1990-01-01T00:00:00Z, time-before-return"
    })
    void refusesATimeThatCannotBe(Instant reported, String code) {
        assertThat(ReportedTimes.error("/occurredAt", reported, RETURNED, NOW, Duration.ofMinutes(5))
                        .map(FieldError::code))
                .isEqualTo(Optional.ofNullable(code));
    }
}
