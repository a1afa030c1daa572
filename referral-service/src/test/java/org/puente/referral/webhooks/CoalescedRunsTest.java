package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CoalescedRunsTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private final AtomicReference<UniEmitter<? super Void>> end = new AtomicReference<>();
    private final CoalescedRuns runs = new CoalescedRuns(this::work, askedAgain::incrementAndGet);

    private Uni<Void> work() {
        begun.incrementAndGet();
        return Uni.createFrom().<Void>emitter(end::set);
    }

    @Test
    void oneRunIsUnderWayAtATime() {
        ask(3);
        assertThat(begun).hasValue(1);
    }

    @Test
    void howeverOftenItIsAskedForDuringARunItIsAskedForOnceMore() {
        ask(3);
        end.get().complete(null);
        assertThat(askedAgain).hasValue(1);
    }

    @Test
    void aRunThatNobodyAskedForMeanwhileIsFollowedByNone() {
        ask(1);
        end.get().complete(null);
        assertThat(askedAgain).hasValue(0);
    }

    @Test
    void anExceptionThatIsThrownAtOnceKeepsNoLaterRunAway() {
        CoalescedRuns throwing = new CoalescedRuns(
                () -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("at once");
                },
                askedAgain::incrementAndGet);
        assertThatIllegalStateException()
                .isThrownBy(() -> throwing.run().await().indefinitely());
        assertThatIllegalStateException()
                .isThrownBy(() -> throwing.run().await().indefinitely());
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            runs.run().subscribe().with(over -> {});
        }
    }
}
