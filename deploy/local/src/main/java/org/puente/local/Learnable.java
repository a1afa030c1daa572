package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A program whose start can be learnt.
 *
 * @param name of its cache
 * @param jvm the arguments of the Java that it runs in
 * @param scratch makes one that touches nothing of the region
 * @param work what it is given to do when it is ready
 */
record Learnable(
        String name, AotCaches caches, List<String> jvm, Supplier<? extends Server> scratch, Consumer<Server> work) {

    /** One that has nothing to do but to start. */
    Learnable(String name, AotCaches caches, List<String> jvm, Supplier<? extends Server> scratch) {
        this(name, caches, jvm, scratch, server -> {});
    }

    static Learnable of(Service service, Supplier<Service> scratch) {
        return new Learnable(service.service(), AotCaches.of(service.jar()), Service.jvm(), scratch);
    }

    Learnable working(Consumer<Server> otherWork) {
        return new Learnable(name, caches, jvm, scratch, otherWork);
    }

    boolean learnt() {
        return caches.learnt(name, jvm);
    }

    Path file() {
        return caches.file(name, jvm);
    }

    /** One that writes what it learns when it ends. */
    Server server(Path output) {
        return new RecordingServer(scratch.get(), usual -> recording(usual, output));
    }

    private static List<String> recording(List<String> usual, Path output) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "10"));
        command.add(usual.getFirst());
        command.addAll(AotCaches.learn(output));
        command.addAll(usual.subList(1, usual.size()));
        return command;
    }

    /** Caches of builds that are gone. */
    void forgetOlder() throws IOException {
        try (Stream<Path> files = Files.list(caches.directory())) {
            List<Path> older = files.filter(f -> f.getFileName().toString().matches(name + "-[0-9a-f]+\\.aot"))
                    .toList();
            for (Path file : older) {
                Files.deleteIfExists(file);
            }
        }
    }
}
