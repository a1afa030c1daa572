package org.puente.reception.returns.consents;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.testing.FrequentTicks;

@ApplicationScoped
public class ConsentTicks extends FrequentTicks {
    private final ConsentExpiry expiry;

    ConsentTicks(ConsentExpiry expiry) {
        this.expiry = expiry;
    }

    @Override
    protected Uni<Void> tick() {
        return expiry.tick();
    }
}
