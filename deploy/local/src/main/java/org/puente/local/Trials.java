package org.puente.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Starts programs as a region would, on servers of their own, to see what a start costs. */
public final class Trials implements AutoCloseable {
    private static final Map<String, String> WITHOUT_CACHE = Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=off");

    private final Scratch scratch;
    private final Progress progress;

    private Trials(Scratch scratch, Progress progress) {
        this.scratch = scratch;
        this.progress = progress;
    }

    /** Starts the servers. */
    public static Trials open(Progress progress) throws IOException {
        return new Trials(new Scratch(), progress);
    }

    /** Whether this Java can learn how a program starts. */
    public static boolean canLearn() {
        return AotCaches.supported();
    }

    /**
     * A service of this build; its database is empty at first. A reception is ready only where its
     * node's registry has been.
     *
     * @param node whose it is to be
     * @param name e.g. {@code referral}
     */
    public Trial of(String node, String name) {
        return of(node, name, Home.find().service(name));
    }

    /** Any program that takes the settings of a service. */
    public Trial of(String node, String name, Path jar) {
        return new Trial(scratch.service(node, name, jar));
    }

    /** A program under trial. */
    public final class Trial {
        private final Service service;

        private Trial(Service service) {
            this.service = service;
        }

        /** Learns how it starts, unless that is known; nothing where this Java can't. */
        public void learn() {
            Learnable one = Learnable.of(service, () -> service);
            if (!canLearn() || one.learnt()) {
                return;
            }
            progress.report("Learning how " + service.service() + " starts");
            try {
                scratch.learn(one);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Starts it with what was learnt, and stops it. */
        public Cost cached() {
            return cost(service);
        }

        /** Starts it without, and stops it. */
        public Cost bare() {
            return cost(service.withEnvironment(WITHOUT_CACHE));
        }
    }

    private Cost cost(Service service) {
        long begin = System.nanoTime();
        scratch.start(service);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Cost cost = Cost.now(scratch.pid(service), seconds);
        scratch.stop(service);
        return cost;
    }

    /** Ends the servers. */
    @Override
    public void close() {
        scratch.close();
    }
}
