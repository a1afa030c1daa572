package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;

/** Replays many dead letters, each in a transaction of its own. */
@ApplicationScoped
class BulkReplay {
    private static final int USUAL = 100;

    private final UnitOfWork work;
    private final Replays replays;

    BulkReplay(UnitOfWork work, Replays replays) {
        this.work = work;
        this.replays = replays;
    }

    /**
     * @param replayed how many were taken in
     * @param refused how many still can't be taken in
     * @param left how many such letters wait now, with those that were refused
     */
    @Schema(name = "BulkReplay")
    record Result(int replayed, int refused, long left) {}

    Uni<Result> replay(Caller caller, DeadLetterResource.Bulk bulk) {
        AtomicInteger replayed = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        DeadLetterHistory.Doer doer = new DeadLetterHistory.Doer(caller);
        return work.read(session -> ids(session, bulk))
                .chain(ids -> Sequential.each(
                        ids,
                        id -> replays.replay(id, doer, null, bulk.reason())
                                .invoke(replayed::incrementAndGet)
                                .onFailure(ProblemException.class)
                                .invoke(refused::incrementAndGet)
                                .onFailure(ProblemException.class)
                                .recoverWithNull()))
                .chain(() -> work.read(session -> left(session, bulk)))
                .map(left -> new Result(replayed.get(), refused.get(), left));
    }

    /**
     * Letters with the fewest attempts come first, so that letters that fail don't hold up others.
     */
    private static Uni<List<UUID>> ids(Mutiny.Session session, DeadLetterResource.Bulk bulk) {
        return such(bulk, session.createQuery("select id" + such(bulk) + " order by attempts, at, id", UUID.class))
                .setMaxResults(bulk.most() == null ? USUAL : bulk.most())
                .getResultList();
    }

    private static Uni<Long> left(Mutiny.Session session, DeadLetterResource.Bulk bulk) {
        return such(bulk, session.createQuery("select count(*)" + such(bulk), Long.class))
                .getSingleResult();
    }

    private static String such(DeadLetterResource.Bulk bulk) {
        return " from DeadLetterLine where "
                + PutAside.State.WAITING.condition
                + (bulk.cause() == null ? "" : " and cause = :cause")
                + (bulk.topic() == null ? "" : " and topic = :topic");
    }

    private static <T> Mutiny.SelectionQuery<T> such(DeadLetterResource.Bulk bulk, Mutiny.SelectionQuery<T> query) {
        if (bulk.cause() != null) {
            query.setParameter("cause", bulk.cause());
        }
        if (bulk.topic() != null) {
            query.setParameter("topic", bulk.topic());
        }
        return query;
    }
}
