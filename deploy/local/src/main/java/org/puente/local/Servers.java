package org.puente.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts servers, waits for them, and ends them. */
final class Servers implements AutoCloseable {
    private static final Duration STARTING = Duration.ofMinutes(5);
    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final Path run;
    private final Watchdog watchdog;
    private final Consumer<String> onLoss;
    private final Set<String> ending = ConcurrentHashMap.newKeySet();
    private final Set<Child> started = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * @param run holds a pid file per process
     * @param onLoss gets the name of a server that has ended though nobody wanted it to
     */
    Servers(Path run, Watchdog watchdog, Consumer<String> onLoss) {
        this.run = run;
        this.watchdog = watchdog;
        this.onLoss = onLoss;
    }

    /** Prepares and starts a server; returns when it answers. */
    void start(Server server) {
        start(server, STARTING);
    }

    /**
     * @param patience after which the attempt is given up; the server runs on
     */
    void start(Server server, Duration patience) {
        server.prepare();
        Launch launch = server.launch();
        awaitReady(server, launch, launch(server, launch), patience);
        ending.remove(server.name());
    }

    private synchronized Child launch(Server server, Launch launch) {
        if (closed) {
            throw new Refusal("Not started any more: " + server.name());
        }
        // A server that ends before it is ready is reported where somebody waits for it.
        ending.add(server.name());
        Child child = Child.start(launch, pidFile(server), watchdog);
        started.add(child);
        child.onExit(() -> {
            started.remove(child);
            lost(server);
        });
        return child;
    }

    private void lost(Server server) {
        if (!ending.contains(server.name())) {
            onLoss.accept(server.name());
        }
    }

    private static void awaitReady(Server server, Launch launch, Child child, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!server.ready()) {
            if (!child.alive()) {
                throw new Refusal(server.name() + " ended while starting; its log is " + launch.log());
            }
            if (Instant.now().isAfter(end)) {
                throw new Refusal("%s is not ready after %d s; its log is %s"
                        .formatted(server.name(), patience.toSeconds(), launch.log()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS_MILLIS));
            if (Thread.interrupted()) {
                throw new Refusal("Interrupted while " + server.name() + " was starting");
            }
        }
    }

    /** Lets a server end in its own way, if it runs. */
    void stop(Server server) {
        stop(server, STOPPING);
    }

    /**
     * @param patience after which it is killed
     * @return whether it ran, and ended in its own way
     */
    boolean stop(Server server, Duration patience) {
        ending.add(server.name());
        return running(server).map(child -> child.stop(patience)).orElse(false);
    }

    /** Ends a server at once, as a power cut would. */
    void kill(Server server) {
        ending.add(server.name());
        running(server).ifPresent(Child::kill);
    }

    /** Ends at once all that were started here; nothing is started from now on. */
    synchronized void killAll() {
        refuseStarts();
        started.forEach(Child::kill);
    }

    Optional<Child> running(Server server) {
        return Child.find(pidFile(server));
    }

    private Path pidFile(Server server) {
        return pidFile(run, server);
    }

    static Path pidFile(Path run, Server server) {
        return run.resolve(server.name().replace('/', '-') + ".pid");
    }

    /** Nothing is started from now on. */
    synchronized void refuseStarts() {
        closed = true;
    }

    @Override
    public void close() {
        refuseStarts();
        watchdog.close();
    }
}
