package org.puente.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Topics that the broker doesn't have, or to which we have no access. Facts for them rest for a
 * while, so that they hold up nothing else.
 */
final class ClosedTopics {
    private static final Logger LOG = Logger.getLogger(ClosedTopics.class);
    private static final long REST_NANOS = Duration.ofSeconds(10).toNanos();

    private final Map<String, Long> until = new HashMap<>();

    /** The topics that rest now. */
    Set<String> now() {
        long now = System.nanoTime();
        until.values().removeIf(end -> end - now < 0);
        return Set.copyOf(until.keySet());
    }

    void add(Set<String> topics) {
        for (String topic : topics) {
            until.put(topic, System.nanoTime() + REST_NANOS);
            LOG.warnf("The outbox waits for %s: the broker has no such topic, or denies access", topic);
        }
    }
}
