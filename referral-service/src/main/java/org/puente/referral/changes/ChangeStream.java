package org.puente.referral.changes;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.InstitutionId;
import org.puente.platform.limits.OpenStreams;
import org.puente.platform.persistence.LogReader;
import org.puente.platform.web.Cursors;
import org.puente.platform.web.Sse;
import org.puente.referral.boxes.Box;

/** An institution's boxes as server-sent events (WHATWG HTML, 9.2). */
@ApplicationScoped
class ChangeStream {
    private static final int PAGE = 200;

    @ConfigProperty(name = "puente.box.heartbeat")
    Duration heartbeat;

    private final ChangeFeed feed;
    private final ChangeFeedHead head;
    private final OpenStreams streams;
    private final Cursors cursors;

    ChangeStream(ChangeFeed feed, ChangeFeedHead head, OpenStreams streams, Cursors cursors) {
        this.feed = feed;
        this.head = head;
        this.streams = streams;
        this.cursors = cursors;
    }

    /**
     * Sends the changes after a cursor until the client leaves. Each client reads from the feed at
     * its own pace, so a slow one costs no memory. A fault of the database ends its stream, and the
     * client connects again by itself.
     *
     * @param box null for both
     * @param cursor null for the changes from now on
     */
    Uni<Void> send(HttpServerResponse response, InstitutionId own, Box box, String cursor) {
        LongUnaryOperator from = cursors.from(cursor);
        LongFunction<String> named = cursors.ofThisEpoch();
        return feed.settle()
                .chain(feed::head)
                .map(from::applyAsLong)
                .chain(after -> streams.send(
                        response, changes(after, own, box).map(change -> event(change, named)), heartbeat));
    }

    private Multi<FeedEntry> changes(long after, InstitutionId own, Box box) {
        LogReader<FeedEntry> reader =
                new LogReader<>(after, PAGE, last -> feed.after(last, own, box, PAGE), FeedEntry::position);
        return head.growing().onItem().transformToMultiAndConcatenate(grown -> reader.toEnd());
    }

    private static Buffer event(FeedEntry change, LongFunction<String> cursors) {
        return Sse.event(cursors.apply(change.position()), change.type(), change.event());
    }
}
