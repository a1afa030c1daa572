package org.puente.referral.intake;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.UnitOfWork;

/** Drops the facts that have waited too long for their referral: it will not come any more. */
@ApplicationScoped
class EarlyFactRetention {
    private final UnitOfWork work;
    private final EarlyFacts facts;
    private final Clock clock;
    private final Period kept;

    EarlyFactRetention(
            UnitOfWork work,
            EarlyFacts facts,
            Clock clock,
            @ConfigProperty(name = "puente.policy.early-fact-retention") String kept) {
        this.work = work;
        this.facts = facts;
        this.clock = clock;
        this.kept = Period.parse(kept);
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "early-fact-retention")
    Uni<Void> tick() {
        Instant until = clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant();
        return work.run(session -> facts.forgetOlder(session, until));
    }
}
