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
    private final UnicastProcessor<EncodedEvent> waiting =
            UnicastProcessor.create(new ArrayBlockingQueue<>(MAX_WAITING), null);

    Viewer(EventFilter filter) {
        this.filter = filter;
    }

    void send(EncodedEvent event) {
        if (filter.lets(event.event())) {
            waiting.onNext(event);
        }
    }

    void end() {
        waiting.onComplete();
    }

    /** The events since this viewer joined; fails if too many wait. */
    Multi<EncodedEvent> events() {
        return waiting;
    }
}
