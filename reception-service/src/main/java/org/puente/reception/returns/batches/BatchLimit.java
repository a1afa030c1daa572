package org.puente.reception.returns.batches;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * How many batches an instance takes at once. Each holds a worker thread, and a workbook all of its bytes. One
 * institution, however slowly it sends, leaves room for others.
 */
@ApplicationScoped
class BatchLimit {
    private static final int COME_BACK_SECONDS = 5;

    private final AtomicInteger batches = new AtomicInteger();
    private final Map<InstitutionId, Integer> byInstitution = new ConcurrentHashMap<>();
    private final int max;
    private final int maxOfInstitution;

    BatchLimit(
            @ConfigProperty(name = "puente.batches.at-once") int max,
            @ConfigProperty(name = "puente.batches.at-once-per-institution") int maxOfInstitution) {
        this.max = max;
        this.maxOfInstitution = maxOfInstitution;
    }

    /** A batch that is being taken; closed when it is over. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @throws ProblemException too many, or unavailable, if there are as many already
     */
    Place take(InstitutionId institution) {
        int own = byInstitution.merge(institution, 1, Integer::sum);
        int all = batches.incrementAndGet();
        if (own > maxOfInstitution || all > max) {
            giveBack(institution);
            throw own > maxOfInstitution
                    ? ProblemException.of(ProblemKind.TOO_MANY, "batches-of-one", maxOfInstitution)
                            .retryAfter(COME_BACK_SECONDS)
                    : ProblemException.of(ProblemKind.UNAVAILABLE, "batches-at-once")
                            .retryAfter(COME_BACK_SECONDS);
        }
        return () -> giveBack(institution);
    }

    private void giveBack(InstitutionId institution) {
        batches.decrementAndGet();
        byInstitution.computeIfPresent(institution, (same, n) -> n == 1 ? null : n - 1);
    }
}
