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
        scratch.record(new Trained(scratch.service(node, service, jar), jar, output), output, ready -> {});
    }

    @Override
    public void close() {
        scratch.close();
    }

    private final class Trained implements Server {
        private final Service service;
        private final Path jar;
        private final Path output;

        Trained(Service service, Path jar, Path output) {
            this.service = service;
            this.jar = jar;
            this.output = output;
        }

        @Override
        public String name() {
            return "training-" + service.name();
        }

        @Override
        public List<Integer> ports() {
            return service.ports();
        }

        @Override
        public void prepare() {
            service.prepare();
        }

        @Override
        public Launch launch() {
            Launch usual = service.launch();
            List<String> command = new ArrayList<>();
            command.add(java.toString());
            command.addAll(jvm);
            command.add("-XX:AOTCacheOutput=" + output);
            command.addAll(List.of("-jar", jar.toString()));
            return new Launch(name(), command, usual.environment(), usual.log(), usual.stopSignal());
        }

        @Override
        public boolean ready() {
            return service.ready();
        }
    }
}
