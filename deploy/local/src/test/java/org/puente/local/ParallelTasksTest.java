package org.puente.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParallelTasksTest {
    @Test
    void whatATaskThrowsIsThrownAsItIs() {
        Refusal refusal = new Refusal("It does not start");
        Runnable failing = () -> {
            throw refusal;
        };
        assertThatThrownBy(() -> ParallelTasks.both(failing, () -> {})).isSameAs(refusal);
    }
}
