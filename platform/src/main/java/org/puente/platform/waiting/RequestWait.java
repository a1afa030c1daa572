package org.puente.platform.waiting;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;

/**
 * Lets a request wait for facts that are still on their way here, so that its client need not send
 * it again. {@code Prefer: wait=0} asks for an answer at once (RFC 7240).
 */
@ApplicationScoped
public class RequestWait {
    private final FactArrivals arrivals;
    private final WaitingRequests waiting;
    private final CurrentVertxRequest request;
    private final Duration most;

    RequestWait(
            FactArrivals arrivals,
            WaitingRequests waiting,
            CurrentVertxRequest request,
            @ConfigProperty(name = "puente.http.wait.most", defaultValue = "PT5S") Duration most) {
        this.arrivals = arrivals;
        this.waiting = waiting;
        this.request = request;
        this.most = most;
    }

    /**
     * Does the work of a request. Where it is refused because facts have not come yet, it is done
     * again when some about the subject were taken in, until the time is over. Then the last refusal
     * stands. Where too many requests wait already, the first one does.
     *
     * @param subject of the facts (their {@code ce_subject})
     * @param isEarly whether a refusal may pass when facts come
     * @param work has transactions of its own, and may be done any number of times
     */
    public <T> Uni<T> until(
            Caller caller, Object subject, Predicate<ProblemException> isEarly, Supplier<Uni<T>> work) {
        Duration wanted = wanted();
        if (wanted.isZero()) {
            return work.get();
        }
        FactWait wait = new FactWait(wanted);
        arrivals.add(subject.toString(), wait);
        return attempt(caller, wait, isEarly, work)
                .eventually(() -> arrivals.remove(subject.toString(), wait));
    }

    private <T> Uni<T> attempt(
            Caller caller, FactWait wait, Predicate<ProblemException> isEarly, Supplier<Uni<T>> work) {
        wait.begin();
        return work.get()
                .onFailure(failure -> failure instanceof ProblemException refusal && isEarly.test(refusal))
                .recoverWithUni(refusal -> waiting.with(caller, wait::next)
                        .chain(again -> again
                                ? attempt(caller, wait, isEarly, work)
                                : Uni.createFrom().failure(refusal)));
    }

    private Duration wanted() {
        return Prefer.wait(request.getCurrent().request().headers().getAll("Prefer"))
                .filter(wanted -> wanted.compareTo(most) < 0)
                .orElse(most);
    }
}
