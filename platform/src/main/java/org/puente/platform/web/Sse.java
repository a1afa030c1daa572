package org.puente.platform.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.Faults;

/**
 * Server-sent events (WHATWG HTML, 9.2) to one client, no faster than it reads. An event becomes
 * bytes once, however many clients it is sent to.
 */
public final class Sse implements MultiSubscriber<Buffer> {
    private static final Logger LOG = Logger.getLogger(Sse.class);
    private static final Buffer BEAT = Buffer.buffer(":puente\n\n");

    /** Sent at once, so that the client knows that it is connected, and when to reconnect. */
    private static final Buffer HELLO = Buffer.buffer("retry:2000\n:puente\n\n");

    private final HttpServerResponse response;
    private final Vertx vertx;
    private final UniEmitter<? super Void> done;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Flow.Subscription events;
    private volatile boolean gone;
    private long timer;
    private long end;

    private Sse(HttpServerResponse response, Vertx vertx, UniEmitter<? super Void> done) {
        this.response = response;
        this.vertx = vertx;
        this.done = done;
    }

    /**
     * An event as bytes.
     *
     * @param id a cursor, which the client sends back as {@code Last-Event-ID}
     * @param data on one line
     */
    public static Buffer event(String id, String name, String data) {
        return Buffer.buffer("event:" + name + "\nid:" + id + "\ndata:" + data + "\n\n");
    }

    /**
     * Sends events until the client leaves. If the events end or fail, the stream ends, and the
     * client reconnects by itself.
     *
     * @param heartbeat how often a comment keeps the connection open
     * @param longest time after which the stream ends in any case
     * @return done when the stream has ended
     */
    public static Uni<Void> send(
            HttpServerResponse response, Multi<Buffer> events, Duration heartbeat, Duration longest) {
        Vertx vertx = Vertx.currentContext().owner();
        return Uni.createFrom().emitter(done -> new Sse(response, vertx, done).begin(events, heartbeat, longest));
    }

    private void begin(Multi<Buffer> all, Duration heartbeat, Duration longest) {
        if (response.closed()) {
            done.complete(null);
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .setChunked(true)
                .exceptionHandler(fault -> leave())
                .drainHandler(read -> goOn())
                .write(HELLO);
        done.onTermination(this::leave); // also when the connection ends
        timer = vertx.setPeriodic(heartbeat.toMillis(), tick -> beat());
        end = vertx.setTimer(Math.max(1, longest.toMillis()), over -> finish());
        all.subscribe().withSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        events = subscription;
        if (gone) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onItem(Buffer event) {
        response.write(event);
        if (!response.writeQueueFull()) {
            events.request(1);
            return;
        }
        waiting.set(true);
        if (!response.writeQueueFull()) {
            goOn(); // the client read meanwhile, and there may be no other notice
        }
    }

    private void goOn() {
        if (waiting.compareAndSet(true, false)) {
            events.request(1);
        }
    }

    private void beat() {
        if (!response.writeQueueFull()) {
            response.write(BEAT);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        LOG.infof("A stream to a client ends: %s", Faults.causes(failure));
        onCompletion();
    }

    private void finish() {
        if (events != null) {
            events.cancel();
        }
        onCompletion();
    }

    /** Events that a client has not read yet are dropped: a slow client must not hold memory. */
    @Override
    public void onCompletion() {
        cancelTimers();
        if (response.writeQueueFull()) {
            response.reset();
        } else if (!response.ended() && !response.closed()) {
            response.end();
        }
        done.complete(null);
    }

    private void leave() {
        gone = true;
        cancelTimers();
        if (events != null) {
            events.cancel();
        }
        done.complete(null);
    }

    private void cancelTimers() {
        vertx.cancelTimer(timer);
        vertx.cancelTimer(end);
    }
}
