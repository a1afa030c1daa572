package org.puente.reporting.events;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Somebody who watches. What they have not read yet waits in a queue of limited length; one who
 * reads too slowly is let go, and comes back with the cursor of the last event read, so that
 * nothing is lost and no memory is used up.
 */
final class Viewer {
    private static final int MAX_WAITING = 4_000;

    private final EventFilter filter;
    private final UnicastProcessor<EncodedEvent> told =
            UnicastProcessor.create(new ArrayBlockingQueue<>(MAX_WAITING), null);

    Viewer(EventFilter filter) {
        this.filter = filter;
    }

    void tell(EncodedEvent one) {
        if (filter.lets(one.event())) {
            told.onNext(one);
        }
    }

    void end() {
        told.onComplete();
    }

    /** What was told since this viewer joined; fails if too much waits. */
    Multi<EncodedEvent> told() {
        return told;
    }
}
