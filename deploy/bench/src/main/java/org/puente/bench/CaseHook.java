package org.puente.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.puente.demo.Agency;
import org.puente.local.Region;

/** The recipient's system, which is called by webhook; notes when each referral's first call came. */
final class CaseHook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Long> calls = new ConcurrentHashMap<>();
    private final HttpServer server;

    private CaseHook(HttpServer server) {
        this.server = server;
    }

    static CaseHook open(Region region) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CaseHook hook = new CaseHook(server);
        server.createContext("/puente", hook::called);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        hook.register(region);
        return hook;
    }

    private void register(Region region) {
        ObjectNode wish = JSON.createObjectNode();
        wish.put("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/puente");
        wish.putArray("boxes").add("incoming");
        Agency.Reply reply = Agency.system(BenchRegion.addresses(region), "hnd-sreci")
                .post(region.service("hnd/referral") + "/v1/webhooks", wish);
        if (reply.status() != 201) {
            throw new IllegalStateException("webhook: " + reply.status() + " " + reply.body());
        }
    }

    private void called(HttpExchange call) throws IOException {
        long now = System.nanoTime();
        String referral = JSON.readTree(call.getRequestBody())
                .path("data")
                .path("referralId")
                .asText();
        call.sendResponseHeaders(204, -1);
        call.close();
        calls.putIfAbsent(referral, now);
    }

    /** When each referral's first call came, by {@link System#nanoTime}. */
    Map<String, Long> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
