package org.puente.reporting.events;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * A client that watches. Events that it has not read yet wait in a queue of limited length. A
 * client that reads too slowly loses its stream, and connects again with the cursor of the last
 * event read: so nothing is lost, and memory stays limited.
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

    /** The events since this viewer joined; fails if too many wait. */
    Multi<EncodedEvent> told() {
        return told;
    }
}
