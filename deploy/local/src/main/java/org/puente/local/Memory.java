package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process and its children hold in memory. */
final class Memory {
    private Memory() {}

    /**
     * Bytes; 0 if it isn't known. What several processes of one server share is counted once, where
     * Linux shows how much that is.
     */
    static long resident(long pid) {
        List<Long> family = Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
        String line = family.size() == 1 ? "Rss:" : "Pss:";
        return family.stream().mapToLong(one -> own(one, line)).sum();
    }

    private static long own(long pid, String wanted) {
        Path rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return 1024
                    * lines.filter(line -> line.startsWith(wanted))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return ofPs(pid);
        }
    }

    private static long ofPs(long pid) {
        try {
            String printed = Command.run(List.of("ps", "-o", "rss=", "-p", String.valueOf(pid)), "ask for memory");
            return 1024 * Long.parseLong(printed.strip());
        } catch (Refusal | NumberFormatException e) {
            return 0;
        }
    }
}
