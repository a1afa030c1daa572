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
     * Bytes; 0 if it isn't known. What several processes share (files that they map, too) is divided
     * among them, where Linux shows how much that is: a sum over all is what the machine has given.
     */
    static long resident(long pid) {
        List<Long> family = Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
        return family.stream().mapToLong(Memory::own).sum();
    }

    private static long own(long pid) {
        Path rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return 1024
                    * lines.filter(line -> line.startsWith("Pss:"))
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
