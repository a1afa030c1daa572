package org.puente.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.puente.platform.json.Json;

/** Reads server-sent events, as a browser or an agency's system would. */
public final class Watcher implements AutoCloseable, Flow.Subscriber<String> {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What a browser would make of an event; its data is a fact as a CloudEvent. */
    public record Message(String id, String event, String data) {
        /** The ce_id. */
        public String ceId() {
            try {
                return Json.mapper().readTree(data).get("id").asText();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public final List<Message> messages = new CopyOnWriteArrayList<>();
    public final List<String> comments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private volatile boolean ended;
    private String id;
    private String event;
    private String data;

    private Watcher() {}

    /**
     * @param path with its query
     * @param lastEventId after which it goes on; null for what comes from now on
     */
    public static Watcher open(String path, String token, String lastEventId) {
        Watcher watcher = new Watcher();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestHTTPResourceManager.getUri() + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(watcher));
        return watcher;
    }

    public List<String> ceIds() {
        return messages.stream().map(Message::ceId).toList();
    }

    /** The server sends something at once. */
    public boolean connected() {
        return !comments.isEmpty();
    }

    /** Whether the server has ended the stream. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription lines) {
        subscription.complete(lines);
        lines.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(":")) {
            comments.add(line);
        } else if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            data = (data == null ? "" : data + "\n") + line.substring(5);
        } else if (line.isEmpty() && data != null) {
            messages.add(new Message(id, event, data));
            data = null;
        }
    }

    @Override
    public void onError(Throwable gone) {
        ended = true;
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
