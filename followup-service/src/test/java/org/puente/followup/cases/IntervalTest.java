package org.puente.followup.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void countsMonthsOnTheCalendar() {
        assertThat(Interval.parse("P1M").after(START, ZoneId.of("America/Guatemala")))
                .isEqualTo("2026-02-28T12:00:00Z");
    }

    @Test
    void countsSecondsAsElapsedTime() {
        assertThat(Interval.parse("PT20S").after(START, ZoneId.of("UTC"))).isEqualTo("2026-01-31T12:00:20Z");
    }

    @Test
    void takesDaysWithHoursForElapsedTime() {
        assertThat(Interval.parse("P1DT12H").countsDays()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 days", "30", "", "P0D", "PT0S", "P-3D", "PT-3S", "PT"})
    void refusesWhatIsNoTimeToCome(String text) {
        assertThatThrownBy(() -> Interval.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
