package org.puente.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many who read from one server, each by a socket of its own, all in the caller's thread. */
final class Viewers implements AutoCloseable {
    private static final long PATIENCE_MS = 20_000;

    private final Selector selector = Selector.open();
    private final List<Viewer> viewers = new ArrayList<>();
    private final ByteBuffer read = ByteBuffer.allocateDirect(64 << 10);

    /** What one has read since the last line that all waited for. */
    private static final class Viewer {
        private final SocketChannel socket;
        private final StringBuilder text = new StringBuilder();
        private boolean seen;

        Viewer(SocketChannel socket) {
            this.socket = socket;
        }
    }

    /**
     * Connects; returns when each has read a first line.
     *
     * @param request what each sends first; empty for nothing
     */
    Viewers(URI server, int count, String request) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel socket = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            socket.configureBlocking(false);
            Viewer viewer = new Viewer(socket);
            viewers.add(viewer);
            socket.register(selector, SelectionKey.OP_READ, viewer);
        }
        awaitAll(":");
    }

    /** Reads until everybody has read a text and a line's end after it. */
    void awaitAll(String text) throws IOException {
        int waiting = viewers.size();
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (waiting > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(waiting + " viewers have not read " + text);
            }
            selector.select(1_000);
            for (SelectionKey key : selector.selectedKeys()) {
                Viewer viewer = (Viewer) key.attachment();
                receive(viewer);
                if (!viewer.seen && has(viewer.text, text)) {
                    viewer.seen = true;
                    waiting--;
                }
            }
            selector.selectedKeys().clear();
        }
        for (Viewer viewer : viewers) {
            viewer.seen = false;
            viewer.text.setLength(0);
        }
    }

    private static boolean has(StringBuilder all, String text) {
        int at = all.indexOf(text);
        return at >= 0 && all.indexOf("\n", at) >= 0;
    }

    private void receive(Viewer viewer) throws IOException {
        read.clear();
        if (viewer.socket.read(read) < 0) {
            throw new IllegalStateException("The server let a viewer go: " + viewer.text);
        }
        read.flip();
        viewer.text.append(StandardCharsets.ISO_8859_1.decode(read));
    }

    @Override
    public void close() throws IOException {
        for (Viewer viewer : viewers) {
            viewer.socket.close();
        }
        selector.close();
    }
}
