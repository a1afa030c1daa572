package org.puente.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.web.Caller;

class WaitingRequestsTest {
    private final WaitingRequests waiting = new WaitingRequests(3, 2);
    private final List<UniEmitter<? super Boolean>> inside = new ArrayList<>();
    private final List<Boolean> outcomes = new ArrayList<>();

    @Test
    void beyondTheBoundOfAnInstitutionNobodyWaits() {
        enter("gtm-a", 3);
        assertThat(inside).hasSize(2);
        assertThat(outcomes).containsExactly(false);
    }

    @Test
    void beyondTheBoundOfAllNobodyWaits() {
        enter("gtm-a", 2);
        enter("gtm-b", 2);
        assertThat(inside).hasSize(3);
    }

    @Test
    void whoWasRefusedTakesNoPlace() {
        enter("gtm-a", 5);
        enter("gtm-b", 1);
        assertThat(inside).hasSize(3);
    }

    @Test
    void whoLeavesMakesRoom() {
        enter("gtm-a", 2);
        inside.getFirst().complete(true);
        enter("gtm-a", 1);
        assertThat(inside).hasSize(3);
    }

    private void enter(String institution, int times) {
        Caller caller = new Caller(new NodeId("gtm"), new InstitutionId(institution), institution, Set.of());
        for (int i = 0; i < times; i++) {
            waiting.during(caller, () -> Uni.createFrom().emitter(inside::add))
                    .subscribe()
                    .with(outcomes::add);
        }
    }
}
