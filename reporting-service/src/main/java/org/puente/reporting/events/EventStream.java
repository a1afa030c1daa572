package org.puente.reporting.events;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongFunction;
import org.puente.platform.persistence.LogReader;
import org.puente.platform.web.Cursors;

/** All events after a position, each once and without a gap: first those of the log, then live. */
@ApplicationScoped
class EventStream {
    private static final int PAGE = 500;

    private final Events events;
    private final LiveEvents live;
    private final Cursors cursors;

    EventStream(Events events, LiveEvents live, Cursors cursors) {
        this.events = events;
        this.live = live;
        this.cursors = cursors;
    }

    /**
     * The viewer joins the live events only when the log has been read nearly to its end, and reads
     * the rest of the log after that: so no event is missed. An event that comes both ways is
     * recognized by its position.
     */
    Multi<EncodedEvent> after(long position, EventFilter filter) {
        LogReader<StoredEvent> log =
                new LogReader<>(position, PAGE, last -> events.after(last, filter, PAGE), StoredEvent::position);
        LongFunction<String> named = cursors.ofThisEpoch();
        return Multi.createBy()
                .concatenating()
                .streams(toEnd(log, named), Multi.createFrom().deferred(() -> rest(log, filter, named)));
    }

    private Multi<EncodedEvent> rest(LogReader<StoredEvent> log, EventFilter filter, LongFunction<String> named) {
        Viewer viewer = new Viewer(filter);
        return live.join(viewer)
                .onItem()
                .transformToMulti(joined -> Multi.createBy()
                        .concatenating()
                        .streams(toEnd(log, named), viewer.events().filter(e -> e.position() > log.position())))
                .onTermination()
                .invoke(() -> live.leave(viewer));
    }

    private static Multi<EncodedEvent> toEnd(LogReader<StoredEvent> log, LongFunction<String> named) {
        return log.toEnd().map(event -> EncodedEvent.of(event, named.apply(event.position())));
    }
}
