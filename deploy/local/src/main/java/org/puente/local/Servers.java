package org.puente.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts servers and waits for them.
 *
 * @param run holds a pid file per process
 */
record Servers(Path run, Watchdog watchdog) {

    /** Prepares and starts a server; returns when it answers. */
    void start(Server server, Duration patience) {
        server.prepare();
        Launch launch = server.launch();
        awaitReady(server, launch, Child.start(launch, pidFile(server), watchdog), patience);
    }

    private static void awaitReady(Server server, Launch launch, Child child, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!server.ready()) {
            if (!child.alive()) {
                throw new Refusal(
                        server.name() + " ended while starting; its log is " + launch.log());
            }
            if (Instant.now().isAfter(end)) {
                throw new Refusal(
                        "%s is not ready after %d s; its log is %s"
                                .formatted(server.name(), patience.toSeconds(), launch.log()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            if (Thread.interrupted()) {
                throw new Refusal("Interrupted while " + server.name() + " was starting");
            }
        }
    }

    /** Lets a server end in its own way, if it runs. */
    void stop(Server server) {
        Child.find(pidFile(server)).ifPresent(child -> child.stop(Duration.ofSeconds(20)));
    }

    /** Ends a server at once, as a power cut would. */
    void kill(Server server) {
        Child.find(pidFile(server)).ifPresent(Child::kill);
    }

    Path pidFile(Server server) {
        return run.resolve(server.name().replace('/', '-') + ".pid");
    }
}
