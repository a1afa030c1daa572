package org.puente.platform.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.puente.contracts.InstitutionId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * How many requests that hold much, such as whole files, this instance takes at once. One institution, however slowly it
 * sends, leaves room for others.
 *
 * <p>Safe for use by several threads.
 */
public final class ConcurrencyLimit {
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<InstitutionId, Integer> byInstitution = new ConcurrentHashMap<>();
    private final int max;
    private final int maxOfInstitution;
    private final Refusals refusals;

    /**
     * How a request beyond a limit is refused.
     *
     * @param ofInstitution code of the problem where the institution has as many already; its text is given how many
     * @param ofAll code of the problem where the instance has
     * @param comeBackSeconds after which it may be tried again
     */
    public record Refusals(String ofInstitution, String ofAll, int comeBackSeconds) {}

    public ConcurrencyLimit(int max, int maxOfInstitution, Refusals refusals) {
        this.max = max;
        this.maxOfInstitution = maxOfInstitution;
        this.refusals = refusals;
    }

    /** A place that is taken; closed once, when the request is over. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @throws ProblemException too many, or unavailable, if there are as many already
     */
    public Place take(InstitutionId institution) {
        int own = byInstitution.merge(institution, 1, Integer::sum);
        int all = taken.incrementAndGet();
        if (own > maxOfInstitution) {
            giveBack(institution);
            throw ProblemException.of(ProblemKind.TOO_MANY, refusals.ofInstitution(), maxOfInstitution)
                    .retryAfter(refusals.comeBackSeconds());
        }
        if (all > max) {
            giveBack(institution);
            throw ProblemException.of(ProblemKind.UNAVAILABLE, refusals.ofAll()).retryAfter(refusals.comeBackSeconds());
        }
        return () -> giveBack(institution);
    }

    private void giveBack(InstitutionId institution) {
        taken.decrementAndGet();
        byInstitution.computeIfPresent(institution, (same, n) -> n == 1 ? null : n - 1);
    }
}
