package org.puente.platform.testing;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends what no client library would send: a request as it is written. */
public final class RawHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RawHttp() {}

    /** An answer whose connection has ended; empty texts where it had none. */
    public record Answer(int status, String head, String body) {
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public boolean isProblem() {
            return header("Content-Type").startsWith("application/problem+json")
                    && body.contains("\"type\":\"urn:puente:problem:");
        }

        @Override
        public String toString() {
            return status + " " + header("Content-Type") + " " + body;
        }
    }

    /**
     * @param headers each a whole line, such as {@code Accept: foo}
     * @param body null for none
     * @throws AssertionError if the answer does not end
     */
    public static Answer send(String method, String target, List<String> headers, byte[] body) {
        URI server = URI.create(TestHTTPResourceManager.getUri());
        List<String> lines = new ArrayList<>(headers);
        lines.add("Host: " + server.getAuthority());
        lines.add("Connection: close");
        if (body != null) {
            lines.add("Content-Length: " + body.length);
        }
        String head = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", lines);
        return sendAsItIs(head, body == null ? new byte[0] : body);
    }

    /**
     * Adds nothing, so the head says itself that the connection ends.
     *
     * @param head without the empty line at its end
     * @throws AssertionError if the answer does not end
     */
    public static Answer sendAsItIs(String head, byte[] body) {
        URI server = URI.create(TestHTTPResourceManager.getUri());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var out = new ByteArrayOutputStream();
            out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            socket.getOutputStream().write(out.toByteArray());
            return answer(socket.getInputStream().readAllBytes());
        } catch (SocketTimeoutException e) {
            throw new AssertionError(head.lines().findFirst().orElse("") + " does not end", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        String status = head.startsWith("HTTP/1.1 ") ? head.substring(9, 12) : "0";
        return new Answer(Integer.parseInt(status), head, end < 0 ? "" : text.substring(end + 4));
    }
}
