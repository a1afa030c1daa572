package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Servers of their own for a while, beside any region: a broker, a database server, and what is
 * started on them. All is gone when it is closed, or with this JVM.
 */
final class Scratch implements AutoCloseable {
    /** A program that learns may have little of a busy machine. */
    private static final Duration LEARNING = Duration.ofMinutes(20);

    private static final Duration WRITING = Duration.ofMinutes(10);

    private final Backbone backbone;
    private final Servers servers;
    private volatile boolean closed;

    Scratch() throws IOException {
        backbone = Backbone.scratch();
        backbone.provision();
        servers = new Servers(backbone.directory(), new Watchdog(null), name -> {});
    }

    /** A service here, with an empty database and at a free port. */
    Service service(String node, String name, Path jar) {
        backbone.freshDatabase(node + "_" + name);
        List<Integer> ports = Ports.free(2);
        return new Service(
                node, name, jar, ports.get(0), ports.get(1), backbone.settings(node), Map.of(), directory(name));
    }

    Path directory(String name) {
        return backbone.directory().resolve("scratch-" + name);
    }

    /** Starts a server, gives it its work, and ends it: for what it publishes. */
    void use(Learnable one) {
        Server server = one.scratch().get();
        servers.start(server);
        one.work().accept(server);
        servers.stop(server);
    }

    /** Starts a server; returns when it answers. */
    void start(Server server) {
        servers.start(server);
    }

    /** Of a server that runs here. */
    long pid(Server server) {
        return servers.running(server).orElseThrow().pid();
    }

    void stop(Server server) {
        servers.stop(server);
    }

    /**
     * Runs a program once, and keeps what Java writes when it ends.
     *
     * @throws Refusal if it doesn't start, or Java writes nothing
     */
    void learn(Learnable one) throws IOException {
        Path caches = Files.createDirectories(Home.find().caches());
        Path output = Files.createTempDirectory(caches, "learning").resolve("aot");
        try {
            record(one.server(output), output, one.work());
            one.forgetOlder();
            Files.move(output, one.file());
        } finally {
            Trees.delete(output.getParent());
        }
    }

    /**
     * Runs a program once that writes what it learns when it ends.
     *
     * @param output where it writes
     * @param work what it is given to do when it is ready
     * @throws Refusal if it doesn't start, or Java writes nothing
     */
    void record(Server server, Path output, Consumer<Server> work) {
        if (!run(server, work) || closed || !Files.exists(output)) {
            throw new Refusal("Java did not write it down to the end");
        }
    }

    /**
     * @return whether it ended in its own way
     */
    private boolean run(Server server, Consumer<Server> work) {
        try {
            servers.start(server, LEARNING);
            // A service is asked; of the other programs none has these pages.
            Http.ok("http://127.0.0.1:" + server.port() + "/q/openapi");
            Http.ok("http://127.0.0.1:" + server.ports().getLast() + "/q/health/live");
            work.accept(server);
        } catch (Refusal e) {
            servers.kill(server);
            throw e;
        }
        return servers.stop(server, WRITING);
    }

    /** Ends what runs here at once. */
    @Override
    public void close() {
        closed = true;
        servers.killAll();
        servers.close();
        backbone.close();
    }
}
