package org.puente.referral.clock;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Work of a feature that is done as time passes. The priorities put the chores of a tick in order. */
public interface Chore {
    int REMINDERS = 50;
    int EXPIRY = 40;
    int CONSENTS = 30;
    int FREED_PLACES = 20;
    int POSITIONS = 10;

    /** For the log. */
    String name();

    /**
     * An SQL condition that may be true without work, and is never false with work. It may use {@code
     * given.now}, {@code given.node} (this node's id) and {@code given.today} (by this node's
     * calendar, as ISO 8601 text; null while the calendar isn't known).
     */
    String isDue();

    /** Does some of the work, in a transaction of its own. */
    Uni<Void> run(Mutiny.Session session);
}
