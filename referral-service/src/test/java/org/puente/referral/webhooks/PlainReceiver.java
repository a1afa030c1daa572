package org.puente.referral.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Takes one connection, and answers whatever comes first as a server does that speaks no TLS. */
final class PlainReceiver implements AutoCloseable {
    private final ServerSocket socket;
    private final CompletableFuture<String> received = new CompletableFuture<>();

    PlainReceiver() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::answer);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What has come. */
    String received() {
        return received.join();
    }

    private void answer() {
        byte[] first = new byte[16 << 10];
        try (Socket connection = socket.accept()) {
            int length = connection.getInputStream().read(first);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            received.complete(new String(first, 0, length, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            received.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
