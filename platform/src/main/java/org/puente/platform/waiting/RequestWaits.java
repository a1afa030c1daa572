package org.puente.platform.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.persistence.Epoch;
import org.puente.platform.web.Caller;

/**
 * Lets requests wait for facts that are still on their way here, so that a client need not send a
 * request again. {@code Prefer: wait=0} asks for an answer at once (RFC 7240).
 */
@ApplicationScoped
public class RequestWaits {
    private final FactArrivals arrivals;
    private final WaitingRequests waiting;
    private final Epoch epoch;
    private final Duration usual;
    private final Duration max;

    RequestWaits(
            FactArrivals arrivals,
            WaitingRequests waiting,
            Epoch epoch,
            @ConfigProperty(name = "puente.http.wait.usual") Duration usual,
            @ConfigProperty(name = "puente.http.wait.most") Duration max) {
        this.arrivals = arrivals;
        this.waiting = waiting;
        this.epoch = epoch;
        this.usual = usual;
        this.max = max;
    }

    /**
     * Of one request, for all that it waits for: a request about many people waits no longer than
     * one about a single person.
     *
     * @param prefer all {@code Prefer} fields of the request
     */
    public RequestWait of(Caller caller, List<String> prefer) {
        Duration wanted = Prefer.wait(prefer).orElse(usual);
        Duration allowed = wanted.compareTo(max) < 0 ? wanted : max;
        return new RequestWait(arrivals, waiting, epoch::isCurrent, caller, System.nanoTime() + allowed.toNanos());
    }
}
