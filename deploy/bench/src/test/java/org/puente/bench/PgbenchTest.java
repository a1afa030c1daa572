package org.puente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PgbenchTest {
    @Test
    void readsTheRate() {
        assertThat(Pgbench.rate("""
                                number of failed transactions: 0 (0.000%)
                                tps = 1234.567890 (without initial connection time)
                                """)).isEqualTo(1234.56789);
    }

    @Test
    void refusesARateOfTransactionsOfWhichSomeFailed() {
        assertThatThrownBy(() -> Pgbench.rate("number of failed transactions: 3 (0.1%)\ntps = 12.5"))
                .hasMessageContaining("failed transactions: 3");
    }
}
