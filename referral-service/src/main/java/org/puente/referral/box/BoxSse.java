package org.puente.referral.box;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.contracts.InstitutionId;
import org.puente.platform.Faults;

/** An institution's boxes as server-sent events (WHATWG HTML, 9.2). */
@ApplicationScoped
class BoxSse {
    private static final Logger LOG = Logger.getLogger(BoxSse.class);
    private static final String BEAT = "puente";
    private static final int COME_BACK_AFTER_MS = 2_000;
    private static final int PAGE = 200;

    @ConfigProperty(name = "puente.box.heartbeat")
    Duration heartbeat;

    private final BoxLog log;
    private final BoxHead head;

    BoxSse(BoxLog log, BoxHead head) {
        this.log = log;
        this.head = head;
    }

    /**
     * The changes after a cursor; it goes on until the client leaves. A client is read to from the
     * log at its own pace, so a slow one costs no memory; one that meets a fault of the database is
     * let go, and comes back by itself.
     *
     * @param box null for both
     * @param cursor null for what happens from now on
     */
    Multi<OutboundSseEvent> open(Sse sse, InstitutionId own, Box box, String cursor) {
        long asked = cursor == null ? Long.MAX_VALUE : Cursor.position(cursor);
        Multi<OutboundSseEvent> told =
                log.settle()
                        .chain(log::head)
                        .onItem()
                        .transformToMulti(now -> changes(Math.min(asked, now), own, box))
                        .map(change -> event(sse, change));
        Multi<OutboundSseEvent> beats =
                Multi.createFrom()
                        .ticks()
                        .every(heartbeat)
                        .onOverflow()
                        .drop()
                        .map(tick -> sse.newEventBuilder().comment(BEAT).build());
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(hello(sse)),
                        Multi.createBy().merging().streams(told, beats))
                .onFailure()
                .invoke(failure -> LOG.infof("A watcher is let go: %s", Faults.name(failure)))
                .onFailure()
                .recoverWithCompletion();
    }

    private Multi<BoxChange> changes(long from, InstitutionId own, Box box) {
        AtomicLong last = new AtomicLong(from);
        return head.growing()
                .onItem()
                .transformToMultiAndConcatenate(grown -> toTheEnd(last, own, box));
    }

    private Multi<BoxChange> toTheEnd(AtomicLong last, InstitutionId own, Box box) {
        return Multi.createBy()
                .repeating()
                .uni(() -> log.after(last.get(), own, box, PAGE).invoke(page -> note(last, page)))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .disjoint();
    }

    private static void note(AtomicLong last, List<BoxChange> page) {
        if (!page.isEmpty()) {
            last.set(page.getLast().position());
        }
    }

    /** Sent at once, so that the client knows that it is connected. */
    private static OutboundSseEvent hello(Sse sse) {
        return sse.newEventBuilder().comment(BEAT).reconnectDelay(COME_BACK_AFTER_MS).build();
    }

    private static OutboundSseEvent event(Sse sse, BoxChange change) {
        return sse.newEventBuilder()
                .id(Cursor.of(change.position()))
                .name(change.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE) // the data is JSON already
                .data(change.event())
                .build();
    }
}
