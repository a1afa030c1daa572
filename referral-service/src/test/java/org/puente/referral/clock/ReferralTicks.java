package org.puente.referral.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.testing.FrequentTicks;

@ApplicationScoped
public class ReferralTicks extends FrequentTicks {
    private final ReferralClock clock;

    ReferralTicks(ReferralClock clock) {
        this.clock = clock;
    }

    @Override
    protected Uni<Void> tick() {
        return clock.tick();
    }
}
