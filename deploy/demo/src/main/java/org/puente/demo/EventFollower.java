package org.puente.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows a stream of server-sent events (WHATWG HTML, 9.2). A stream ends when its token does; the
 * follower comes back with a new token and the last cursor, so it misses nothing.
 */
final class EventFollower implements Runnable {
    private static final Duration BEFORE_COMING_BACK = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int GONE = 410;

    private final Agency system;
    private final String url;
    private final Runnable onOpen;
    private final Consumer<JsonNode> onEvent;
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean closing;
    private String cursor;
    private String cursorOfNext;

    /**
     * @param onOpen runs each time that the stream is open
     * @param onEvent gets the data of each event, in order
     */
    EventFollower(Agency system, String url, Runnable onOpen, Consumer<JsonNode> onEvent) {
        this.system = system;
        this.url = url;
        this.onOpen = onOpen;
        this.onEvent = onEvent;
    }

    /**
     * Waits until the stream is open for the first time; what happens later is not missed.
     *
     * @return whether it is open
     */
    boolean awaitOpen(Duration atMost) {
        try {
            return opened.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Ends with the next line of the stream. */
    void close() {
        closing = true;
    }

    @Override
    public void run() {
        while (!closing) {
            try {
                follow();
            } catch (IOException | IllegalStateException e) {
                // The server, or the realm, is away, or the stream was cut off.
            }
            if (!closing) {
                Agency.pause(BEFORE_COMING_BACK);
            }
        }
    }

    private void follow() throws IOException {
        HttpResponse<InputStream> response = system.stream(url, cursor);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() == GONE) {
                cursor = null;
            }
            if (response.statusCode() == OK) {
                opened.countDown();
                onOpen.run();
                for (String line = lines.readLine(); line != null && !closing; line = lines.readLine()) {
                    take(line);
                }
            }
        }
    }

    /** The server writes the cursor before the data, and the data on one line. */
    private void take(String line) throws IOException {
        if (line.startsWith("id:")) {
            cursorOfNext = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
            onEvent.accept(Agency.JSON.readTree(line.substring("data:".length())));
            cursor = cursorOfNext;
        }
    }
}
