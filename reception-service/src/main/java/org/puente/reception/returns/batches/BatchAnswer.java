package org.puente.reception.returns.batches;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The answer to a batch, sent while the batch is read. Used by one worker thread.
 *
 * <p>A client may read nothing before it has sent everything. So as much as {@value #MAX_UNREAD} bytes wait for it;
 * only beyond that the batch waits.
 */
final class BatchAnswer {
    private static final int MAX_UNREAD = 4 << 20;
    private static final int PATIENCE_SECONDS = 60;

    private final HttpServerResponse response;
    private final Context eventLoop = Vertx.currentContext();
    private final ObjectMapper mapper;
    private final Locale locale;
    private final boolean dryRun;
    private volatile boolean begun;
    private int rows;
    private int created;
    private int warned;
    private int known;
    private int refused;

    /**
     * @param mapper that writes problems as RFC 9457 has them
     */
    BatchAnswer(HttpServerResponse response, ObjectMapper mapper, Locale locale, boolean dryRun) {
        this.response = response;
        this.mapper = mapper;
        this.locale = locale;
        this.dryRun = dryRun;
    }

    /** Whether a line was sent: from then on the status is 200. */
    boolean begun() {
        return begun;
    }

    /**
     * @throws IOException if the client is gone
     */
    void add(List<BatchRow> chunk, List<RowResult> results) throws IOException {
        Buffer lines = Buffer.buffer(chunk.size() * 320);
        for (int i = 0; i < chunk.size(); i++) {
            count(results.get(i));
            append(lines, BatchLine.of(chunk.get(i), results.get(i), locale));
        }
        mustBeThere();
        onEventLoop(() -> {
            begin();
            response.write(lines);
        });
        if (response.writeQueueFull()) {
            awaitReading();
        }
    }

    /**
     * @param problem null if everything was read and answered
     */
    void end(HttpProblem problem) throws IOException {
        Buffer line = Buffer.buffer();
        append(
                line,
                BatchLine.of(new BatchLine.Summary(
                        rows, created, warned, known, refused, dryRun, problem == null, problem)));
        mustBeThere();
        onEventLoop(() -> {
            begin();
            response.end(line);
        });
    }

    private void begin() {
        if (!begun) {
            begun = true;
            response.putHeader(HttpHeaders.CONTENT_TYPE, BatchFormat.LINES)
                    .setChunked(true)
                    .setWriteQueueMaxSize(MAX_UNREAD);
        }
    }

    private void count(RowResult result) {
        rows++;
        switch (result) {
            case RowResult.Created one -> {
                created++;
                warned += one.warnings().isEmpty() ? 0 : 1;
            }
            case RowResult.Known one -> known++;
            case RowResult.Refused one -> refused++;
        }
    }

    private void append(Buffer to, BatchLine line) throws IOException {
        to.appendBytes(mapper.writeValueAsBytes(line)).appendByte((byte) '\n');
    }

    /**
     * What is written elsewhere is encoded some time later, when whoever ends the request may have taken its headers
     * away.
     */
    private void onEventLoop(Runnable writing) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        eventLoop.runOnContext(now -> {
            try {
                writing.run();
                written.complete(null);
            } catch (RuntimeException e) {
                written.completeExceptionally(e);
            }
        });
        written.join();
    }

    private void mustBeThere() throws IOException {
        if (isGone()) {
            throw new IOException("the client is gone");
        }
    }

    private void awaitReading() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        response.drainHandler(drained -> read.countDown());
        try {
            boolean slow = response.writeQueueFull() && !read.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (slow || isGone()) {
                response.reset();
                throw new IOException("the client does not read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean isGone() {
        return response.closed() || response.ended();
    }
}
