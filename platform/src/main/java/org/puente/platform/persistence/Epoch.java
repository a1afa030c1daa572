package org.puente.platform.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/**
 * The history that this service's database holds, named by a token which a restore changes. What
 * belongs to another history, such as a place in a log, is no longer valid.
 *
 * <p>Nobody may write until the database is known to have all that this service published: the
 * facts on the topics would overrule what was written.
 */
@ApplicationScoped
public class Epoch {
    private static final int SECONDS_TO_WAIT = 2;

    private volatile History history = new History(null, false, false);

    Epoch(MeterRegistry registry) {
        Gauge.builder("puente.catching.up", () -> isCurrent() ? 0 : 1)
                .description("1 while nobody may write, since the database was restored")
                .register(registry);
    }

    /**
     * The known facts of the database.
     *
     * @param token null before the database was looked at
     * @param bareCursors whether cursors without a token, which earlier releases gave, are valid
     * @param current whether the database has all that this service published
     */
    public record History(String token, boolean bareCursors, boolean current) {}

    /** Sets the history; for the watcher of the database alone. */
    public void is(History now) {
        history = now;
    }

    public boolean isCurrent() {
        return history.current();
    }

    /**
     * @throws ProblemException unavailable while nobody may write
     */
    public void mustBeCurrent() {
        if (!isCurrent()) {
            throw wait("catching-up");
        }
    }

    /**
     * @throws ProblemException unavailable before the token is known
     */
    public String token() {
        return known().token();
    }

    /** Whether a token, or null for none, is of this history. */
    public boolean holds(String token) {
        return token == null ? known().bareCursors() : known().token().equals(token);
    }

    private History known() {
        History now = history;
        if (now.token() == null) {
            throw wait("catching-up");
        }
        return now;
    }

    private static ProblemException wait(String code) {
        return ProblemException.of(ProblemKind.UNAVAILABLE, code).retryAfter(SECONDS_TO_WAIT);
    }
}
