package org.puente.reporting.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withholdsWhatFewerThanFivePeopleAreBehind(long people) {
        Cell cell = Cell.of(Map.of("sex", "F"), 9L, people, 5);

        assertThat(cell).isEqualTo(new Cell(Map.of("sex", "F"), null, true));
    }

    @Test
    void showsWhatFivePeopleAreBehind() {
        assertThat(Cell.of(Map.of(), 7L, 5, 5).value()).isEqualTo(7L);
    }

    @Test
    void showsThatThereIsNobody() {
        assertThat(Cell.of(Map.of(), 0L, 0, 5)).isEqualTo(new Cell(Map.of(), 0L, false));
    }
}
