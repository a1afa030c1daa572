package org.puente.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.puente.platform.web.ProblemException;

/**
 * The history that this service's database tells, named by a token which a restore changes: what
 * was said of another history, such as a place in a log, holds no longer.
 *
 * <p>Until the database is known to have all that this service published, nobody may write: what
 * they wrote would be overruled by what stands on the topics already.
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
     * What is known of the database.
     *
     * @param token null before it was looked at
     * @param bareCursors whether cursors without a token, which earlier releases gave, hold
     * @param current whether it has all that this service published
     */
    public record History(String token, boolean bareCursors, boolean current) {}

    /** To be said by who watches over the database. */
    public void is(History now) {
        history = now;
    }

    public boolean isCurrent() {
        return history.current();
    }

    /**
     * @throws ProblemException 503 while nobody may write
     */
    public void mustBeCurrent() {
        if (!isCurrent()) {
            throw wait("catching-up");
        }
    }

    /**
     * @throws ProblemException 503 before it is known
     */
    public String token() {
        return known().token();
    }

    /** Whether a token, or none, is of this history. */
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
        return new ProblemException(503, code, List.of()).header("Retry-After", SECONDS_TO_WAIT);
    }
}
