package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Regions of this checkout whose data is not in the usual place: whoever asks for one without
 * saying where it is finds it.
 */
final class Elsewhere {
    private Elsewhere() {}

    /** Remembers that a region is started with data that is not in the usual place. */
    static void remember(Path usual, Path data) {
        if (data.equals(usual) || remembered(usual).contains(data)) {
            return;
        }
        try {
            Files.createDirectories(usual);
            Files.writeString(
                    list(usual), data + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Refusal("Could not write to " + usual + ": " + e.getMessage(), e);
        }
    }

    /**
     * Where the region is that is meant by who names no place: the usual one, unless nothing runs
     * there and one does elsewhere.
     *
     * @throws Refusal if several do
     */
    static Path find(Path usual) {
        if (runs(usual)) {
            return usual;
        }
        List<Path> running = remembered(usual).stream().filter(Elsewhere::runs).toList();
        if (running.size() > 1) {
            throw new Refusal("Several regions run; choose one: --data one of " + running);
        }
        return running.isEmpty() ? usual : running.getFirst();
    }

    private static boolean runs(Path data) {
        return Child.find(new Layout(data).launcher()).isPresent();
    }

    private static List<Path> remembered(Path usual) {
        try {
            return Files.exists(list(usual))
                    ? Files.readAllLines(list(usual)).stream()
                            .filter(line -> !line.isBlank())
                            .map(Path::of)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new Refusal("Could not read " + list(usual) + ": " + e.getMessage(), e);
        }
    }

    private static Path list(Path usual) {
        return usual.resolve("elsewhere");
    }
}
