package org.puente.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that outlives us by a moment: it learns of every process that we start, and when its input
 * ends, because we have ended in whatever way, it ends those that are left. Even {@code kill -9} of
 * us leaves nothing behind.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            live= containers=
            while read -r what pid signal; do
              case $what in
                c) containers="$containers $pid" ;;
                +) live="$live $pid:$signal" ;;
                -) rest=
                   for one in $live; do [ "${one%:*}" = "$pid" ] || rest="$rest $one"; done
                   live=$rest ;;
              esac
            done
            for one in $live; do kill -"${one#*:}" "${one%:*}" 2>/dev/null; done
            tries=0
            while [ "$tries" -lt 50 ]; do
              left=
              for one in $live; do kill -0 "${one%:*}" 2>/dev/null && left=y; done
              [ -z "$left" ] && break
              tries=$((tries + 1))
              sleep 0.2
            done
            for one in $live; do
              kill -KILL -- "-${one%:*}" 2>/dev/null || kill -KILL "${one%:*}" 2>/dev/null
            done
            [ -z "$containers" ] || docker rm -f -v $containers >/dev/null 2>&1
            [ -z "$1" ] || rm -rf "$1"
            """;

    private final OutputStream input;

    /**
     * @param remove a directory that is deleted when we are gone, or null
     */
    Watchdog(Path remove) {
        List<String> command = new ArrayList<>(Tool.SETSID.prefix());
        command.addAll(List.of("sh", "-c", SCRIPT, "puente-watchdog"));
        if (remove != null) {
            command.add(remove.toString());
        }
        try {
            input = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void guard(ProcessHandle child, String stopSignal) {
        send("+ " + child.pid() + " " + stopSignal);
        child.onExit().thenRun(() -> send("- " + child.pid()));
    }

    /** A container is removed when we are gone, where there is a {@code docker} to do it. */
    void guardContainer(String id) {
        send("c " + id);
    }

    private synchronized void send(String line) {
        try {
            input.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            // Closed, or killed by hand: nobody is left to inform.
            return;
        }
    }

    @Override
    public synchronized void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
