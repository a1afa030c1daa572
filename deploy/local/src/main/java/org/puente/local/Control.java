package org.puente.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How another terminal talks to the launcher: a socket among the region's files. */
final class Control implements AutoCloseable {
    /** Of a socket's path; what the least of our systems takes. */
    private static final int LONGEST = 100;

    private final Region region;
    private final Path socket;
    private final ServerSocketChannel channel;

    /** Listens from now on; what is asked for is done one after the other. */
    Control(Region region) {
        this.region = region;
        this.socket = socket(region.setup().layout());
        try {
            Files.deleteIfExists(socket);
            this.channel =
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new Refusal("Could not listen for other terminals: " + e.getMessage(), e);
        }
        Thread.ofPlatform().daemon().name("control").start(this::serve);
    }

    private void serve() {
        while (channel.isOpen()) {
            try (SocketChannel asker = channel.accept();
                    BufferedReader in = new BufferedReader(Channels.newReader(asker, StandardCharsets.UTF_8));
                    PrintWriter out = new PrintWriter(Channels.newWriter(asker, StandardCharsets.UTF_8), true)) {
                out.println(restart(in.readLine()));
            } catch (IOException e) {
                // The asker has gone; or we have been closed, and the loop ends.
                continue;
            }
        }
    }

    private String restart(String server) {
        try {
            region.restart(server);
            return server + " is ready";
        } catch (Refusal e) {
            return e.getMessage();
        }
    }

    /**
     * Asks the launcher of a region to restart a server; returns when it has.
     *
     * @return what it answers
     */
    static String askToRestart(Layout layout, String server) {
        if (Child.find(layout.launcher()).isEmpty()) {
            throw new Refusal("Puente is not running; start it with: puente up");
        }
        try (SocketChannel launcher = SocketChannel.open(UnixDomainSocketAddress.of(socket(layout)));
                BufferedReader in = new BufferedReader(Channels.newReader(launcher, StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(Channels.newWriter(launcher, StandardCharsets.UTF_8), true)) {
            out.println(server);
            return in.readLine();
        } catch (IOException e) {
            throw new Refusal("The launcher does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * @throws Refusal if nothing could listen there
     */
    static Path socket(Layout layout) {
        Path socket = layout.run().resolve("control");
        if (socket.toString().length() > LONGEST) {
            throw new Refusal("The path of the data is too long for a socket: " + layout.data());
        }
        return socket;
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new Refusal("Could not close " + socket, e);
        }
    }
}
