package org.puente.reporting.events;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
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
        AtomicLong last = new AtomicLong(position);
        LongFunction<String> named = cursors.ofThisEpoch();
        return Multi.createBy()
                .concatenating()
                .streams(log(last, filter, named), Multi.createFrom().deferred(() -> rest(last, filter, named)));
    }

    private Multi<EncodedEvent> rest(AtomicLong last, EventFilter filter, LongFunction<String> named) {
        Viewer viewer = new Viewer(filter);
        return live.join(viewer)
                .onItem()
                .transformToMulti(joined -> Multi.createBy()
                        .concatenating()
                        .streams(log(last, filter, named), viewer.told().filter(e -> e.position() > last.get())))
                .onTermination()
                .invoke(() -> live.leave(viewer));
    }

    private Multi<EncodedEvent> log(AtomicLong last, EventFilter filter, LongFunction<String> named) {
        return Multi.createBy()
                .repeating()
                .uni(() -> events.after(last.get(), filter, PAGE).invoke(page -> note(last, page)))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .<StoredEvent>disjoint()
                .map(event -> EncodedEvent.of(event, named.apply(event.position())));
    }

    private static void note(AtomicLong last, List<StoredEvent> page) {
        if (!page.isEmpty()) {
            last.set(page.getLast().position());
        }
    }
}
