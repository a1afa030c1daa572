package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DayTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 2);

    @Test
    void aSmallDayHasAsManyPeopleAsWished() {
        assertThat(LongStream.range(0, 200).mapToObj(seed -> Day.ofFew(seed, TODAY, 20)))
                .allMatch(day -> day.people() == 20);
    }

    @Test
    void aSmallDayHasArrivalsAtEachNode() {
        assertThat(Day.ofFew(1, TODAY, 20).arrivals())
                .extracting(Day.Arrival::node)
                .containsExactlyInAnyOrderElementsOf(Region.NODES);
    }

    @Test
    void onASmallDaySomebodyComesAgain() {
        assertThat(Day.ofFew(1, TODAY, 20).earlier()).hasSize(1);
    }

    @Test
    void aDayOfTooFewPeopleIsRefused() {
        assertThatThrownBy(() -> Day.ofFew(1, TODAY, 9)).isInstanceOf(IllegalArgumentException.class);
    }
}
