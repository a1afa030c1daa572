package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.puente.platform.persistence.Faults;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** Waits for its turn to decide between transactions: who waits holds no connection, and no registration up. */
final class DecisionTurn {
    private static final String TAKEN = "decisions-busy";
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration MAX_WAIT = Duration.ofMillis(500);
    private static final Duration IN_ALL = Duration.ofSeconds(5);
    private static final int COME_BACK_SECONDS = 5;

    private DecisionTurn() {}

    /** Somebody else decides now. */
    static ProblemException taken() {
        return ProblemException.of(ProblemKind.UNAVAILABLE, TAKEN).retryAfter(COME_BACK_SECONDS);
    }

    /**
     * Attempts it until nobody else decides, for some seconds. Each attempt starts on the caller's Vert.x context: a
     * session cannot live on a timer thread.
     *
     * @param attempt a transaction of its own, which fails with {@link #taken}
     */
    static <T> Uni<T> await(Supplier<Uni<T>> attempt) {
        return Uni.createFrom()
                .deferred(attempt::get)
                .runSubscriptionOn(MutinyHelper.executor(Vertx.currentContext()))
                .onFailure(DecisionTurn::isTaken)
                .retry()
                .withBackOff(FIRST_WAIT, MAX_WAIT)
                .expireIn(IN_ALL.toMillis())
                // Mutiny wraps the last refusal.
                .onFailure(failure -> Faults.has(failure, DecisionTurn::isTaken))
                .transform(failure -> taken());
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof ProblemException refusal && refusal.code().equals(TAKEN);
    }
}
