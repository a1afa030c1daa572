package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final PendingWork NOTHING = new PendingWork(Set.of(), Map.of(), Map.of(), Instant.MIN);

    @Test
    void isWholeWhereNothingIsMissing() {
        assertThat(new Outcome(0, NOTHING, Map.of()).isWhole()).isTrue();
    }

    @Test
    void isNotWholeWhileSomethingIsAwaited() {
        PendingWork referral = new PendingWork(Set.of(), Map.of("r", "accepted"), Map.of(), Instant.MIN);
        assertThat(new Outcome(0, referral, Map.of()).lines()).containsExactly("1 open referrals: r (accepted)");
    }

    @Test
    void isNotWholeWhereSomebodyWasNotRegistered() {
        assertThat(new Outcome(2, NOTHING, Map.of()).lines()).containsExactly("2 people were not registered");
    }

    @Test
    void isNotWholeWhereAServiceHasPutAFactAside() {
        Map<String, Backlogs.Backlog> unsettled = Map.of("gtm/referral", new Backlogs.Backlog(0, 1));
        assertThat(new Outcome(0, NOTHING, unsettled).lines())
                .containsExactly("gtm/referral: 0 facts not sent, 1 put aside");
    }
}
