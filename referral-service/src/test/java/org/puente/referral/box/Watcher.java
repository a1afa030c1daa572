package org.puente.referral.box;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.puente.platform.testing.Tokens;

/** An agency's system that reads server-sent events. */
final class Watcher implements AutoCloseable, Flow.Subscriber<String> {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Message(String id, String event, String data) {}

    final List<Message> messages = new CopyOnWriteArrayList<>();
    final List<String> comments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private String id;
    private String event;
    private String data;

    static Watcher open(String institution, String lastEventId) {
        Watcher watcher = new Watcher();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        TestHTTPResourceManager.getUri() + "/v1/referrals/stream"))
                        .header("Accept", "text/event-stream")
                        .header(
                                "Authorization",
                                "Bearer " + Tokens.of("gtm", institution, "case-manager"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(watcher));
        return watcher;
    }

    boolean connected() {
        return !comments.isEmpty();
    }

    /** The ce_types of what was said of a referral. */
    List<String> of(String referral) {
        return messages.stream()
                .filter(message -> message.data().contains(referral))
                .map(Message::event)
                .toList();
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
            data = line.substring(5);
        } else if (line.isEmpty() && data != null) {
            messages.add(new Message(id, event, data));
            data = null;
        }
    }

    @Override
    public void onError(Throwable gone) {
        // the server ended it, or close() did
    }

    @Override
    public void onComplete() {
        // the server ended it
    }

    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
