package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that was started here, maybe by another run of us. Its pid file names it by pid and
 * starting time, so that a pid the system has given away again is never mistaken for it.
 */
final class Child {
    private final ProcessHandle handle;
    private final String stopSignal;

    private Child(ProcessHandle handle, String stopSignal) {
        this.handle = handle;
        this.stopSignal = stopSignal;
    }

    /** Starts a process in a session of its own, out of reach of the terminal's Ctrl-C. */
    static Child start(Launch launch, Path pidFile, Watchdog watchdog) {
        List<String> command = new ArrayList<>(Tool.SETSID.prefix());
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        try {
            Files.createDirectories(launch.log().getParent());
            Files.createDirectories(pidFile.getParent());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            ProcessHandle handle = builder.start().toHandle();
            watchdog.guard(handle, launch.stopSignal());
            write(pidFile, handle, launch.stopSignal());
            return new Child(handle, launch.stopSignal());
        } catch (IOException e) {
            throw new Refusal("Could not start " + launch.name() + ": " + e.getMessage(), e);
        }
    }

    static void write(Path pidFile, ProcessHandle handle, String stopSignal) throws IOException {
        Files.writeString(pidFile, handle.pid() + " " + startedAt(handle) + " " + stopSignal + "\n");
    }

    /** The process that a pid file names, if it still runs. */
    static Optional<Child> find(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            String[] parts = Files.readString(pidFile).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(h -> h.isAlive() && startedAt(h) == Long.parseLong(parts[1]))
                    .map(h -> new Child(h, parts[2]));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static long startedAt(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    long pid() {
        return handle.pid();
    }

    void onExit(Runnable action) {
        handle.onExit().thenRun(action);
    }

    boolean alive() {
        return handle.isAlive();
    }

    /**
     * Lets it end in its own way; after the given time it is killed.
     *
     * @return whether it ended in its own way
     */
    boolean stop(Duration patience) {
        Signal.send(stopSignal, handle.pid());
        boolean ended = ended(patience);
        if (!ended) {
            kill();
        }
        return ended;
    }

    /** Ends it and what it has started at once, as a power cut would. */
    void kill() {
        List<ProcessHandle> offspring = handle.descendants().toList();
        handle.destroyForcibly();
        offspring.forEach(ProcessHandle::destroyForcibly);
        ended(Duration.ofSeconds(10));
    }

    private boolean ended(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
