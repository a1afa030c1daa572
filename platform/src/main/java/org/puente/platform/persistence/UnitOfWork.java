package org.puente.platform.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * A feature's only way to the database: state and the facts that publish it are written in one
 * transaction or not at all.
 *
 * <p>The work gets one session and must use it as one sequential chain: no {@code Uni.combine}, no
 * call to another system, no delay and no thread hop inside. Retries go around {@link #run}, never
 * within.
 */
@ApplicationScoped
public class UnitOfWork {
    private static final Logger LOG = Logger.getLogger(UnitOfWork.class);
    private static final int RETRIES = 3;

    private final Mutiny.SessionFactory sessions;
    private final BatchedInserts inserts;
    private final AfterCommit afterCommit;
    private final DatabaseTimeout deadline;

    UnitOfWork(
            Mutiny.SessionFactory sessions, BatchedInserts inserts, AfterCommit afterCommit, DatabaseTimeout deadline) {
        this.sessions = sessions;
        this.inserts = inserts;
        this.afterCommit = afterCommit;
        this.deadline = deadline;
    }

    /**
     * Runs the work in a transaction. Its {@link BatchedInserts} are written at the end, and after
     * the commit the tasks of {@link AfterCommit} are done. If another transaction was in the way
     * (deadlock, a row changed meanwhile), the work is run again, {@value #RETRIES} times at most. A
     * request waits until the {@link DatabaseTimeout}; then it gets a failure, and the work is not
     * committed: who is told to send it again must not have it done twice. Only what is in
     * its commit when the time ends may be done all the same.
     */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return run(work, done -> {});
    }

    /**
     * As {@link #run(Function)}, for work that has a last word of its own.
     *
     * @param last gets what the work gives, once every statement is sent and only the commit is left. Where it throws,
     *     nothing is committed
     */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work, Consumer<T> last) {
        return deadline.of(waiting -> Uni.createFrom()
                .deferred(() -> committed(work, last, waiting))
                .onFailure(Faults::isCollision)
                .retry()
                .atMost(RETRIES));
    }

    /**
     * Runs work batch by batch, each a transaction of its own, until one isn't full.
     *
     * @param max how many items a full batch has
     * @param batch returns how many items it had
     */
    public Uni<Void> runAll(int max, Function<Mutiny.Session, Uni<Integer>> batch) {
        return Sequential.untilNotFull(max, () -> run(batch));
    }

    private <T> Uni<T> committed(
            Function<Mutiny.Session, Uni<T>> work, Consumer<T> last, DatabaseTimeout.Waiting waiting) {
        Set<Runnable> tasks = new LinkedHashSet<>();
        return sessions.withTransaction(
                        (session, tx) -> whole(session, work, waiting, tasks).invoke(last))
                .invoke(() -> tasks.forEach(UnitOfWork::run));
    }

    /** What is committed stays so, whatever becomes of its tasks. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            LOG.errorf("A task after a commit failed: %s", Faults.trace(fault));
        }
    }

    private <T> Uni<T> whole(
            Mutiny.Session session,
            Function<Mutiny.Session, Uni<T>> work,
            DatabaseTimeout.Waiting waiting,
            Set<Runnable> tasks) {
        return Uni.createFrom()
                .deferred(() -> {
                    inserts.begin(session);
                    afterCommit.begin(session);
                    return awaited(waiting).chain(() -> work.apply(session));
                })
                .call(() -> inserts.write(session))
                // Hibernate would else send its statements after the question whether somebody waits.
                .call(session::flush)
                .call(() -> awaited(waiting))
                .onTermination()
                .invoke(() -> {
                    inserts.forget(session);
                    tasks.addAll(afterCommit.end(session));
                });
    }

    /** Fails where nobody waits any more: then nothing is written, or what is written is rolled back. */
    private static Uni<Void> awaited(DatabaseTimeout.Waiting waiting) {
        return waiting.goesOn()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new TimeoutException("nobody waits for this work any more"));
    }

    /**
     * Runs work that only reads, and adds no {@link BatchedInserts}. Each statement sees what is
     * committed when it starts.
     */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return deadline.of(sessions.withSession(work));
    }
}
