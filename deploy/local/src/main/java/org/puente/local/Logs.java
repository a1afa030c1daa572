package org.puente.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The logs of a region: one file per server, and that of the run before. */
final class Logs {
    private static final int SHOWN = 100;

    private Logs() {}

    /** Puts the logs of the run before aside; older ones go. */
    static void turnOver(Path logs) {
        for (Path log : list(logs)) {
            try {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The end of a server's log; without a name, where all logs are. */
    static void show(Path logs, String server, PrintStream out) {
        if (server == null) {
            list(logs).forEach(out::println);
            return;
        }
        Path log = logs.resolve(server.replace('/', '-') + ".log");
        if (!Files.exists(log)) {
            throw new Refusal("There is no log of " + server + " in " + logs);
        }
        try (Stream<String> lines = Files.lines(log)) {
            Deque<String> last = new ArrayDeque<>();
            lines.forEach(line -> {
                last.add(line);
                if (last.size() > SHOWN) {
                    last.remove();
                }
            });
            last.forEach(out::println);
            out.println("(the whole of it: " + log + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path logs) {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(f -> f.toString().endsWith(".log")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
