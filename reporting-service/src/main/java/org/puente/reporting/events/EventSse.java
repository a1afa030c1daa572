package org.puente.reporting.events;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.puente.contracts.NodeId;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Refusal;

/** The events as server-sent events (WHATWG HTML, 9.2), and who may see which. */
@ApplicationScoped
public class EventSse {
    private static final Logger LOG = Logger.getLogger(EventSse.class);
    private static final String BEAT = "puente";
    private static final int COME_BACK_AFTER_MS = 2_000;

    @ConfigProperty(name = "puente.events.heartbeat")
    Duration heartbeat;

    private final Events events;
    private final EventStream stream;
    private final Access access;

    EventSse(Events events, EventStream stream, Access access) {
        this.events = events;
        this.stream = stream;
        this.access = access;
    }

    /**
     * What is left of a filter for the caller; operators of a node see only what that node said.
     */
    public EventFilter seen(EventFilter asked) {
        Caller caller = access.caller();
        if (access.ofTheRegion(caller)) {
            return asked;
        }
        NodeId own = caller.node();
        EventFilter within = asked.within(own);
        if (within == null) {
            throw Refusal.forbidden("own-node-only", own);
        }
        return within;
    }

    /**
     * The stream from a cursor on; it goes on until the client leaves. A client that reads too
     * slowly or meets a fault of the database is let go, and comes back by itself.
     *
     * @param cursor null for what happens from now on
     */
    public Multi<OutboundSseEvent> open(Sse sse, String cursor, EventFilter filter) {
        long asked = cursor == null ? Long.MAX_VALUE : Cursor.position(cursor);
        Multi<OutboundSseEvent> told =
                events.head()
                        .onItem()
                        .transformToMulti(head -> stream.after(Math.min(asked, head), filter))
                        .map(event -> sse(sse, event))
                        .onCompletion()
                        .failWith(() -> new IllegalStateException("this instance stops"));
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
                .invoke(failure -> LOG.infof("A viewer is let go: %s", failure.getClass()))
                .onFailure()
                .recoverWithCompletion();
    }

    /** Sent at once, so that the client knows that it is connected. */
    private static OutboundSseEvent hello(Sse sse) {
        return sse.newEventBuilder().comment(BEAT).reconnectDelay(COME_BACK_AFTER_MS).build();
    }

    private static OutboundSseEvent sse(Sse sse, StoredEvent event) {
        return sse.newEventBuilder()
                .id(Cursor.of(event.position()))
                .name(event.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE) // the data is JSON already
                .data(event.json())
                .build();
    }
}
