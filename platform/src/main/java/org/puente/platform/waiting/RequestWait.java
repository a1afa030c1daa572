package org.puente.platform.waiting;

import io.smallrye.mutiny.Uni;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;

/** How one request waits for facts, until its time is over. */
public final class RequestWait {
    private final FactArrivals arrivals;
    private final WaitingRequests waiting;
    private final BooleanSupplier mayWrite;
    private final Caller caller;
    private final long end;

    /**
     * @param mayWrite false while nobody may: then nothing is attempted again
     * @param end as {@link System#nanoTime} counts
     */
    RequestWait(FactArrivals arrivals, WaitingRequests waiting, BooleanSupplier mayWrite, Caller caller, long end) {
        this.arrivals = arrivals;
        this.waiting = waiting;
        this.mayWrite = mayWrite;
        this.caller = caller;
        this.end = end;
    }

    /**
     * Does the work of the request. Where it is refused because facts have not come yet, it is done
     * again when some about the subject were taken in, until the time is over. Then the last refusal
     * stands. Where too many requests wait already, the first one does.
     *
     * @param subject of the facts: a case, a referral
     * @param isEarly whether a refusal may pass when facts come
     * @param work has transactions of its own, and may be done any number of times
     */
    public <T> Uni<T> until(Object subject, Predicate<ProblemException> isEarly, Supplier<Uni<T>> work) {
        if (end <= System.nanoTime()) {
            return work.get();
        }
        FactWait wait = new FactWait(end);
        arrivals.add(subject.toString(), wait);
        return attempt(wait, isEarly, work).eventually(() -> arrivals.remove(subject.toString(), wait));
    }

    private <T> Uni<T> attempt(FactWait wait, Predicate<ProblemException> isEarly, Supplier<Uni<T>> work) {
        wait.begin();
        return work.get()
                .onFailure(failure -> failure instanceof ProblemException refusal && isEarly.test(refusal))
                .recoverWithUni(refusal -> attemptAgain(wait, isEarly, work, refusal));
    }

    private <T> Uni<T> attemptAgain(
            FactWait wait, Predicate<ProblemException> isEarly, Supplier<Uni<T>> work, Throwable refusal) {
        return waiting.during(caller, wait::next).chain(again -> {
            if (!again) {
                return Uni.createFrom().failure(refusal);
            }
            if (mayWrite.getAsBoolean()) {
                return attempt(wait, isEarly, work);
            }
            wait.begin();
            return attemptAgain(wait, isEarly, work, refusal);
        });
    }
}
