package org.puente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Range.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Range.of(1, 2, 4, 9).median()).isEqualTo(3);
    }

    @Test
    void knowsTheLeastAndTheMost() {
        assertThat(Range.of(9, 1, 5)).isEqualTo(new Range(5, 1, 9));
    }

    @Test
    void anAimForATimeIsReachedFromBelow() {
        assertThat(Result.Aim.atMost(2).isReachedBy(1.9)).isTrue();
    }

    @Test
    void anAimForARateIsNotReachedFromBelow() {
        assertThat(Result.Aim.atLeast(0.7).isReachedBy(0.69)).isFalse();
    }
}
