package org.puente.reporting.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01, 2025-12-31",
        "2025-Q1, 2025-01-01, 2025-03-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-01-02, 2025-01-02, 2025-01-02"
    })
    void goesFromItsFirstDayToItsLast(String text, String from, String to) {
        Period period = Period.parse(text).orElseThrow();

        assertThat(period.from() + " " + period.to()).isEqualTo(from + " " + to);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "25", "2025-Q5", "2025-13", "2025-02-30", "2025-1", "2025-01-02x"})
    void refusesWhatIsNoPeriod(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void knowsQuartersThatEndInDecember() {
        assertThat(Period.parse("2025-Q4").orElseThrow().to()).hasToString("2025-12-31");
    }
}
