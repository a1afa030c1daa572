package org.puente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventFollowerTest {
    private final BlockingQueue<String> cursors = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private HttpServer server;
    private EventFollower follower;

    @BeforeEach
    void follow() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/realm", exchange -> answer(exchange, "{\"access_token\": \"t\", \"expires_in\": 300}"));
        server.createContext("/stream", this::endAfterOneEvent);
        server.start();
        Agency agency = Agency.system(new Region(0, URI.create(address + "/realm")), "gtm-igm");
        follower = new EventFollower(agency, address + "/stream", () -> {}, event -> events.add(event.toString()));
        Thread.startVirtualThread(follower);
    }

    @AfterEach
    void stop() {
        follower.close();
        server.stop(0);
    }

    @Test
    void takesTheDataOfAnEvent() throws InterruptedException {
        assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("{\"n\":1}");
    }

    @Test
    void beginsWithTheNextEventAndComesBackWithTheLastCursor() throws InterruptedException {
        assertThat(cursors.poll(30, TimeUnit.SECONDS)).isEqualTo("none");
        assertThat(cursors.poll(30, TimeUnit.SECONDS)).isEqualTo("e1-7");
    }

    private void endAfterOneEvent(HttpExchange exchange) throws IOException {
        cursors.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Last-Event-ID"), "none"));
        answer(exchange, "retry:2000\n:hello\n\nevent:x\nid:e1-7\ndata:{\"n\":1}\n\n");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
