package org.puente.referral.intake;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.RetentionBatches;

/** Drops the facts that have waited too long for their referral: it will not come any more. */
@ApplicationScoped
class EarlyFactRetention {
    private static final int BATCH = 1_000;

    private final RetentionBatches batches;
    private final EarlyFacts facts;
    private final Period kept;

    EarlyFactRetention(
            RetentionBatches batches,
            EarlyFacts facts,
            @ConfigProperty(name = "puente.policy.early-fact-retention") Period kept) {
        this.batches = batches;
        this.facts = facts;
        this.kept = kept;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "early-fact-retention")
    Uni<Void> tick() {
        return batches.end(kept, BATCH, (session, until) -> facts.forgetOlder(session, until, BATCH));
    }
}
