package org.puente.referral.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long to wait after each failed attempt; there are no attempts after the end of the list. */
@ApplicationScoped
class RetrySchedule {
    /** Up to a tenth longer, so that deliveries that failed together do not come back together. */
    private static final double JITTER = 0.1;

    private final List<Duration> waits;

    RetrySchedule(@ConfigProperty(name = "puente.webhooks.waits") List<Duration> waits) {
        this.waits = List.copyOf(waits);
    }

    /**
     * @param failed how many attempts have failed, at least 1
     * @return empty where no attempt is left
     */
    Optional<Duration> after(int failed) {
        if (failed > waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(failed - 1);
        double more = ThreadLocalRandom.current().nextDouble() * JITTER;
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * more)));
    }
}
