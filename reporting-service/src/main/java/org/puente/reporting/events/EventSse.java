package org.puente.reporting.events;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.NodeId;
import org.puente.platform.limits.OpenStreams;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Access;
import org.puente.platform.web.Caller;
import org.puente.platform.web.Cursors;

/** The events as server-sent events (WHATWG HTML, 9.2), and who may see which. */
@ApplicationScoped
public class EventSse {
    @ConfigProperty(name = "puente.events.heartbeat")
    Duration heartbeat;

    private final Events events;
    private final EventStream stream;
    private final Access access;
    private final OpenStreams streams;
    private final Cursors cursors;

    EventSse(Events events, EventStream stream, Access access, OpenStreams streams, Cursors cursors) {
        this.events = events;
        this.stream = stream;
        this.access = access;
        this.streams = streams;
        this.cursors = cursors;
    }

    /**
     * The part of a filter that the caller may see: operators of a node see that node's events
     * only.
     *
     * @throws ProblemException forbidden where nothing is left
     */
    public EventFilter seen(EventFilter asked) {
        Caller caller = access.caller();
        if (access.ofTheRegion(caller)) {
            return asked;
        }
        NodeId own = caller.node();
        EventFilter within = asked.within(own);
        if (within == null) {
            throw ProblemException.forbidden("own-node-only", own);
        }
        return within;
    }

    /**
     * Sends the stream after a cursor until the client leaves. The stream of a client that reads
     * too slowly, or meets a fault of the database, ends; the client connects again by itself.
     *
     * @param cursor null for the events from now on
     */
    public Uni<Void> send(HttpServerResponse response, String cursor, EventFilter filter) {
        LongUnaryOperator from = cursors.from(cursor);
        return events.head()
                .map(from::applyAsLong)
                .chain(after ->
                        streams.send(response, stream.after(after, filter).map(EncodedEvent::bytes), heartbeat));
    }
}
