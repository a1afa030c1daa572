package org.puente.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets services start once each, on servers of their own, under a Java of choice that writes what it
 * learns of the start (JEP 514). For images: their Java is not the one that builds them.
 */
public final class StartTraining implements AutoCloseable {
    private final Scratch scratch;
    private final Path java;
    private final List<String> jvm;

    /**
     * @param java the program
     * @param jvm its arguments; what is learnt serves the same Java with the same arguments
     */
    public StartTraining(Path java, List<String> jvm) throws IOException {
        this.java = java;
        this.jvm = List.copyOf(jvm);
        this.scratch = new Scratch();
    }

    /**
     * Starts a service, and ends it when it is ready. The registry of a node goes first: its
     * reception waits for it.
     *
     * @param jar what is started
     * @param output the cache
     * @throws RuntimeException saying why, if the service doesn't start or nothing is written
     */
    public void train(String node, String service, Path jar, Path output) {
        scratch.record(
                new RecordingServer(scratch.service(node, service, jar), usual -> command(jar, output)),
                output,
                ready -> {});
    }

    private List<String> command(Path jar, Path output) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvm);
        command.add("-XX:AOTCacheOutput=" + output);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
