package org.puente.reception.returns.matching;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.UnitOfWork;

/**
 * Looks again at the joins of people of whom something has changed: a decision, a case that was erased, a person whom
 * the documents have shown to be another. The database notes them (V23), so that whoever changes something need not.
 */
@ApplicationScoped
class DueJoins {
    private static final int BATCH = 20;

    private final UnitOfWork work;
    private final JoinedCases joined;
    private final Decisions decisions;
    private final PersonLinking linking;

    DueJoins(UnitOfWork work, JoinedCases joined, Decisions decisions, PersonLinking linking) {
        this.work = work;
        this.joined = joined;
        this.decisions = decisions;
        this.linking = linking;
    }

    @Scheduled(
            every = "${puente.clock.tick}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "joins-of-people")
    Uni<Void> tick() {
        return work.runAll(BATCH, this::some);
    }

    private Uni<Integer> some(Mutiny.Session session) {
        return joined.due(session, BATCH)
                .chain(people -> people.isEmpty() ? Uni.createFrom().item(0) : follow(session, people));
    }

    /** Where somebody decides now, the next tick looks at them. */
    private Uni<Integer> follow(Mutiny.Session session, List<UUID> people) {
        return decisions
                .oneAtATime(session)
                .chain(alone -> alone
                        ? linking.followByRule(session, new HashSet<>(people)).replaceWith(people.size())
                        : Uni.createFrom().item(0));
    }
}
