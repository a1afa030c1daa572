package org.puente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Latencies HUNDRED = Latencies.of(
            IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());

    @Test
    void halfOfAllIsDoneWithinTheMedian() {
        assertThat(HUNDRED.within(0.5)).isEqualTo(50);
    }

    @Test
    void ninetyNineOfAHundredAreDoneWithinTheNinetyNinth() {
        assertThat(HUNDRED.within(0.99)).isEqualTo(99);
    }

    @Test
    void ofOneAnyShareIsTheOne() {
        assertThat(Latencies.of(List.of(Duration.ofMillis(7))).within(0.01)).isEqualTo(7);
    }

    @Test
    void refusesToMeasureNothing() {
        assertThatThrownBy(() -> Latencies.of(List.of())).isInstanceOf(IllegalStateException.class);
    }
}
