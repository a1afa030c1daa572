package org.puente.platform.operations;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;

/**
 * Logs that a clock's work failed; the clock runs again by itself. The scheduler's own log is
 * switched off: it quotes the failure, and so perhaps a row of the database.
 */
@ApplicationScoped
class FailedClocks {
    private static final Logger LOG = Logger.getLogger(FailedClocks.class);

    void log(@Observes FailedExecution failed) {
        String clock = failed.getExecution().getTrigger().getId();
        Throwable failure = failed.getException();
        if (Faults.isTransient(failure)) {
            LOG.warnf("The clock %s waits: %s", clock, Faults.causes(failure));
        } else {
            LOG.errorf("The clock %s failed: %s", clock, Faults.trace(failure));
        }
    }
}
