package org.puente.reception.returns.matching;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.identity.PersonMatching;
import org.puente.reception.identity.Registrant;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;

/**
 * Stores for matching what is not stored under the present secret: cases of before there was matching, of a former
 * release beside this one, and all cases after the secret was replaced.
 */
@ApplicationScoped
public class DueMatches {
    private static final int BATCH = 200;

    private final UnitOfWork work;
    private final Returns returns;
    private final PersonMatching matching;

    DueMatches(UnitOfWork work, Returns returns, PersonMatching matching) {
        this.work = work;
        this.returns = returns;
        this.matching = matching;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "matching-of-earlier-cases")
    public Uni<Void> tick() {
        return work.runAll(BATCH, session -> store(session, returns.takeMatchDue(session, BATCH)))
                .chain(() ->
                        work.runAll(BATCH, session -> store(session, matching.underAnotherSecret(session, BATCH))));
    }

    private Uni<Integer> store(Mutiny.Session session, Uni<List<UUID>> due) {
        return due.call(ids -> Returns.all(session, ids)
                        .call(cases -> Sequential.each(byInstitution(cases).entrySet(), some -> store(session, some))))
                .map(List::size);
    }

    private static Map<InstitutionId, List<ReturnCase>> byInstitution(List<ReturnCase> cases) {
        return cases.stream().collect(Collectors.groupingBy(ReturnCase::owner));
    }

    private Uni<?> store(Mutiny.Session session, Map.Entry<InstitutionId, List<ReturnCase>> some) {
        some.getValue().forEach(ReturnCase::matched);
        List<Registrant> people =
                some.getValue().stream().map(ReturnCase::registrant).toList();
        return matching.recordAndFind(session, people, some.getKey());
    }
}
