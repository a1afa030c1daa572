package org.puente.referral.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.puente.platform.json.Json;

/** An agency's system that is called by webhooks. */
final class Receiver implements AutoCloseable {
    /** Takes the request, and closes the connection without a word. */
    static final int HANG_UP = -1;

    /** Takes the request, and never answers. */
    static final int SAY_NOTHING = -2;

    record Call(String path, String host, String id, String timestamp, String signature, String body) {
        String type() {
            return Json.read(body, com.fasterxml.jackson.databind.JsonNode.class)
                    .get("type")
                    .textValue();
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger inHand = new AtomicInteger();
    private final Deque<Integer> next = new ConcurrentLinkedDeque<>();
    private volatile int usual = 204;
    private volatile Duration pause = Duration.ZERO;
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook?agency=1";
    }

    /** Answers the next calls so, and all others with success. */
    void answer(Integer... statuses) {
        next.addAll(List.of(statuses));
    }

    /** Answers all calls so, from now on. */
    void alwaysAnswer(int status) {
        next.clear();
        usual = status;
    }

    /** Thinks for so long before each answer. */
    void answerAfter(Duration time) {
        pause = time;
    }

    /** Answers nothing more until what is returned is counted down. */
    CountDownLatch holdAnswers() {
        mayAnswer = new CountDownLatch(1);
        return mayAnswer;
    }

    /** The calls about a referral. */
    List<Call> about(String referral) {
        return calls.stream().filter(call -> call.body().contains(referral)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        Integer planned = next.poll();
        int status = planned == null ? usual : planned;
        calls.add(new Call(
                exchange.getRequestURI().toString(),
                headers.getFirst("Host"),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                body));
        if (status == SAY_NOTHING) {
            return;
        }
        mostAtOnce.accumulateAndGet(inHand.incrementAndGet(), Math::max);
        LockSupport.parkNanos(pause.toNanos());
        awaitLeave();
        inHand.decrementAndGet();
        if (status != HANG_UP) {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/other");
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private void awaitLeave() throws IOException {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("closed meanwhile", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
