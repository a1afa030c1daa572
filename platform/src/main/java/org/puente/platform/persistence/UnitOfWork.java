package org.puente.platform.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.outbox.Relay;

/**
 * The one door to the database: state and the facts that tell of it are written in one transaction
 * or not at all.
 *
 * <p>The work gets one session and must use it as one sequential chain: no {@code Uni.combine}, no
 * call to another system, no delay and no thread hop inside. Whoever retries, retries around {@link
 * #run}, never within.
 */
@ApplicationScoped
public class UnitOfWork {
    private static final int TRIES = 3;

    private final Mutiny.SessionFactory sessions;
    private final BatchedInserts gathered;
    private final Relay relay;
    private final DatabaseTimeout deadline;

    UnitOfWork(Mutiny.SessionFactory sessions, BatchedInserts gathered, Relay relay, DatabaseTimeout deadline) {
        this.sessions = sessions;
        this.gathered = gathered;
        this.relay = relay;
        this.deadline = deadline;
    }

    /**
     * Runs the work in a transaction, at whose end what its {@link BatchedInserts} hold is written, and after
     * its commit wakes the relay. Where another transaction was in the way (deadlock, a row changed
     * meanwhile) it is run anew, three times at most. A request waits for it until the {@link
     * DatabaseTimeout}; then it is told so, and whether the work is kept turns out later.
     */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return deadline.of(Uni.createFrom()
                .deferred(() -> sessions.withTransaction((session, tx) -> whole(session, work)))
                .onFailure(Faults::isCollision)
                .retry()
                .atMost(TRIES)
                .invoke(relay::wake));
    }

    /**
     * Runs work batch by batch, each a transaction of its own, until one isn't full.
     *
     * @param most how many a full batch has
     * @param batch says how many it had
     */
    public Uni<Void> runAll(int most, Function<Mutiny.Session, Uni<Integer>> batch) {
        return Multi.createBy()
                .repeating()
                .uni(() -> run(batch))
                .whilst(had -> had == most)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T> Uni<T> whole(Mutiny.Session session, Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    gathered.begin(session);
                    return work.apply(session);
                })
                .call(() -> gathered.write(session))
                .onTermination()
                .invoke(() -> gathered.forget(session));
    }

    /** Runs work that only reads, and adds no {@link BatchedInserts}; each statement sees what is committed when it starts. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return deadline.of(sessions.withSession(work));
    }
}
