package org.puente.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequentialTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Integer> done = new ArrayList<>();

    private Uni<Integer> step(int number) {
        return Uni.createFrom().item(number).invoke(done::add);
    }

    @Test
    void keepsTheOrderOfSteps() {
        Sequential.each(List.of(3, 1, 2), this::step).await().atMost(SOON);
        assertThat(done).containsExactly(3, 1, 2);
    }

    @Test
    void manyStepsThatAreDoneAtOnceNeedNoDeeperStack() {
        List<Integer> many = IntStream.range(0, 200_000).boxed().toList();
        Sequential.each(many, this::step).await().atMost(SOON);
        assertThat(done).hasSameSizeAs(many);
    }

    @Test
    void nothingFollowsAStepThatFailed() {
        Uni<Void> all = Sequential.each(
                List.of(1, 2, 3),
                number -> number == 2 ? Uni.createFrom().failure(new IllegalStateException("no")) : step(number));
        assertThatThrownBy(() -> all.await().atMost(SOON)).hasMessage("no");
        assertThat(done).containsExactly(1);
    }

    @Test
    void noStepIsDoneAtOnce() {
        Sequential.each(List.<Integer>of(), this::step).await().atMost(SOON);
        assertThat(done).isEmpty();
    }
}
