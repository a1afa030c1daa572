package org.puente.reporting.events;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** All events after a position, without gap or doubling: first those of the log, then live. */
@ApplicationScoped
class EventStream {
    private static final int PAGE = 500;

    private final Events events;
    private final LiveEvents live;

    EventStream(Events events, LiveEvents live) {
        this.events = events;
        this.live = live;
    }

    /**
     * The viewer joins the live events only when the log has been read nearly to its end, and reads
     * the rest of it after having joined: so none falls between, and what comes both ways is known
     * by its position.
     */
    Multi<Told> after(long position, EventFilter filter) {
        AtomicLong last = new AtomicLong(position);
        return Multi.createBy()
                .concatenating()
                .streams(log(last, filter), Multi.createFrom().deferred(() -> rest(last, filter)));
    }

    private Multi<Told> rest(AtomicLong last, EventFilter filter) {
        Viewer viewer = new Viewer(filter);
        return live.join(viewer)
                .onItem()
                .transformToMulti(
                        joined ->
                                Multi.createBy()
                                        .concatenating()
                                        .streams(
                                                log(last, filter),
                                                viewer.told()
                                                        .filter(e -> e.position() > last.get())))
                .onTermination()
                .invoke(() -> live.leave(viewer));
    }

    private Multi<Told> log(AtomicLong last, EventFilter filter) {
        return Multi.createBy()
                .repeating()
                .uni(() -> events.after(last.get(), filter, PAGE).invoke(page -> note(last, page)))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .<StoredEvent>disjoint()
                .map(Told::of);
    }

    private static void note(AtomicLong last, List<StoredEvent> page) {
        if (!page.isEmpty()) {
            last.set(page.getLast().position());
        }
    }
}
