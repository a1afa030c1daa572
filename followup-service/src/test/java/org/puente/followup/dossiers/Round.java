package org.puente.followup.dossiers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test do at once what the clock does by the hour. */
@ApplicationScoped
public class Round {
    private final Resealing resealing;
    private final Retention retention;

    Round(Resealing resealing, Retention retention) {
        this.resealing = resealing;
        this.retention = retention;
    }

    public Uni<Void> reseal() {
        return resealing.tick();
    }

    public Uni<Void> erase() {
        return retention.tick();
    }
}
