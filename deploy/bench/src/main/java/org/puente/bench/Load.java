package org.puente.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Asks over a number of connections that stay open, each as fast as it is answered. It is one
 * thread, because what it asks has to do with the same processors.
 */
final class Load implements AutoCloseable {
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /**
     * @param path with its query
     * @param body null for none
     */
    record Ask(HttpMethod method, String path, Map<String, String> headers, String body) {}

    /**
     * What became of a time of asking.
     *
     * @param seconds from the first question to the last answer
     */
    record Asked(long answers, double seconds) {
        double perSecond() {
            return answers / seconds;
        }

        double millisEach() {
            return seconds * 1e3 / answers;
        }
    }

    /**
     * Asks for the given time, and waits for the last answers.
     *
     * @param expected the one status that counts
     * @throws IllegalStateException on any other answer, or none
     */
    Asked run(URI service, int connections, Duration time, int expected, Supplier<Ask> next) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort())
                .setMaxPoolSize(connections));
        try {
            AtomicLong answers = new AtomicLong();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            Future<Void> all = Future.succeededFuture();
            for (int i = 0; i < connections; i++) {
                all = Future.join(all, again(client, end, expected, next, answers))
                        .mapEmpty();
            }
            all.toCompletionStage().toCompletableFuture().get(time.plus(LATE).toMillis(), TimeUnit.MILLISECONDS);
            return new Asked(answers.get(), (System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(service + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            client.close();
        }
    }

    private Future<Void> again(HttpClient client, long end, int expected, Supplier<Ask> next, AtomicLong answers) {
        if (System.nanoTime() >= end) {
            return Future.succeededFuture();
        }
        return ask(client, expected, next.get()).compose(answered -> {
            answers.incrementAndGet();
            return again(client, end, expected, next, answers);
        });
    }

    private static Future<Void> ask(HttpClient client, int expected, Ask ask) {
        return client.request(new RequestOptions().setMethod(ask.method()).setURI(ask.path()))
                .compose(request -> send(request, ask))
                .compose(response -> response.statusCode() == expected
                        ? response.end()
                        : response.body().compose(body -> refused(ask, body)));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Ask ask) {
        ask.headers().forEach(request::putHeader);
        return ask.body() == null ? request.send() : request.send(ask.body());
    }

    private static Future<Void> refused(Ask ask, Buffer body) {
        return Future.failedFuture(ask.method() + " " + ask.path() + " was answered " + body);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
