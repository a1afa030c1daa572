package org.puente.followup.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.testing.FrequentTicks;

@ApplicationScoped
public class FollowUpTicks extends FrequentTicks {
    private final FollowUpClock clock;

    FollowUpTicks(FollowUpClock clock) {
        this.clock = clock;
    }

    @Override
    protected Uni<Void> tick() {
        return clock.tick();
    }
}
