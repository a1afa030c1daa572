package org.puente.reception.returns.matching;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.reception.identity.Candidate;
import org.puente.reception.identity.MatchRecord;
import org.puente.reception.identity.PersonMatching;
import org.puente.reception.returns.DueReturns;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.Returns;

/**
 * Stores for matching what is not stored under the present secret: cases of before there was matching, of a former
 * release beside this one, and all cases after the secret was replaced. Notes also who may be the same as somebody of a
 * batch, where the batch ended before it was noted.
 *
 * <p>As a batch does: people are compared on a worker thread between two transactions, and are due until the second.
 */
@ApplicationScoped
public class DueMatches {
    /** While they are made ready for matching, the event loop serves nobody else. */
    private static final int BATCH = 50;

    private final UnitOfWork work;
    private final DueReturns due;
    private final DueNotes notes;
    private final PersonMatching matching;
    private final Matches matches;

    DueMatches(UnitOfWork work, DueReturns due, DueNotes notes, PersonMatching matching, Matches matches) {
        this.work = work;
        this.due = due;
        this.notes = notes;
        this.matching = matching;
        this.matches = matches;
    }

    /** Cases that were stored, with what the node knows of others. */
    private record Stored(List<ReturnCase> cases, Matches.Known known) {
        /** With the people who may be the same. It takes long: on a worker thread. */
        Map<ReturnCase, ReturnContext> compared() {
            Map<CaseId, List<Candidate>> found = known.matches().compare();
            return cases.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            one -> known.contexts()
                                    .get(one.id().value())
                                    .with(found.getOrDefault(one.id(), List.of()))));
        }
    }

    /** A batch that ended early is noted soon; where nothing is due, it costs two looks at an index. */
    @Scheduled(
            every = "${puente.matching.tick}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "matching-of-earlier-cases")
    public Uni<Void> tick() {
        return Sequential.untilNotFull(BATCH, () -> some(session -> due.forMatching(session, BATCH)))
                .chain(() -> Sequential.untilNotFull(
                        BATCH, () -> some(session -> matching.underAnotherSecret(session, BATCH))));
    }

    private Uni<Integer> some(Function<Mutiny.Session, Uni<List<UUID>>> taken) {
        List<Stored> stored = new ArrayList<>();
        return work.run(session -> {
                    stored.clear(); // where the work is run again
                    return taken.apply(session).call(ids -> store(session, ids, stored));
                })
                .call(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : note(stored))
                .map(List::size);
    }

    private Uni<Void> store(Mutiny.Session session, List<UUID> ids, List<Stored> stored) {
        return Returns.lockAll(session, ids)
                .call(() -> notes.add(session, ids))
                .chain(cases -> Sequential.each(
                        byInstitution(cases).entrySet(),
                        some -> store(session, some.getKey(), some.getValue()).invoke(stored::add)));
    }

    private static Map<InstitutionId, List<ReturnCase>> byInstitution(List<ReturnCase> cases) {
        return cases.stream().collect(Collectors.groupingBy(ReturnCase::owner));
    }

    private Uni<Stored> store(Mutiny.Session session, InstitutionId institution, List<ReturnCase> cases) {
        List<MatchRecord> records = cases.stream()
                .flatMap(one -> matches.record(one.id(), one.registration()).stream())
                .toList();
        Set<CaseId> comparable = records.stream().map(MatchRecord::caseId).collect(Collectors.toSet());
        List<CaseId> without = cases.stream()
                .map(ReturnCase::id)
                .filter(id -> !comparable.contains(id))
                .toList();
        return matching.forget(session, without)
                .chain(() -> matches.knownOfAll(session, cases, records, institution))
                .map(known -> new Stored(cases, known));
    }

    private Uni<Void> note(List<Stored> stored) {
        return WorkerPool.of(() -> compared(stored))
                .chain(compared -> work.run(session -> notes.take(session, compared.keySet())
                        .chain(same -> matches.note(session, of(compared, same)))));
    }

    private static Map<ReturnCase, ReturnContext> compared(List<Stored> stored) {
        Map<ReturnCase, ReturnContext> compared = new HashMap<>();
        stored.forEach(one -> compared.putAll(one.compared()));
        return compared;
    }

    private static Map<ReturnCase, ReturnContext> of(Map<ReturnCase, ReturnContext> compared, Set<UUID> cases) {
        return compared.entrySet().stream()
                .filter(one -> cases.contains(one.getKey().id().value()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
