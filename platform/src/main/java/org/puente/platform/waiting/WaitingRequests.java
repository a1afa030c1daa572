package org.puente.platform.waiting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.platform.web.Caller;

/** How many requests may wait at once. They cost memory alone, but anybody can send them. */
@ApplicationScoped
class WaitingRequests {
    private final int max;
    private final int maxOfInstitution;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<String, Integer> byInstitution = new ConcurrentHashMap<>();

    WaitingRequests(
            @ConfigProperty(name = "puente.http.wait.requests", defaultValue = "1000") int max,
            @ConfigProperty(name = "puente.http.wait.requests-of-institution", defaultValue = "250")
                    int maxOfInstitution) {
        this.max = max;
        this.maxOfInstitution = maxOfInstitution;
    }

    /**
     * @return what the wait returns; false at once where too many wait already
     */
    Uni<Boolean> during(Caller caller, Supplier<Uni<Boolean>> wait) {
        String institution = caller.node() + " " + caller.institution();
        boolean isFull =
                all.incrementAndGet() > max | byInstitution.merge(institution, 1, Integer::sum) > maxOfInstitution;
        Uni<Boolean> waited = isFull ? Uni.createFrom().item(false) : wait.get();
        return waited.eventually(() -> leave(institution));
    }

    private void leave(String institution) {
        all.decrementAndGet();
        byInstitution.computeIfPresent(institution, (same, n) -> n == 1 ? null : n - 1);
    }
}
