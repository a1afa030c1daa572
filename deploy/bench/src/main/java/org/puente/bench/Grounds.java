package org.puente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.puente.local.Progress;
import org.puente.local.Region;
import org.puente.local.Setup;
import org.puente.local.Trials;

/** Where a part measures: a region of its own, empty, beside any other that runs here. */
final class Grounds {
    private static final int PORT_OFFSET = 4000;

    private Grounds() {}

    /**
     * Starts broker, database server, identity server, and of the services only those that are
     * named, as from the second start on: with what Java has learnt of them. Whoever starts it
     * closes it.
     *
     * @param services as {@code status} names them, e.g. {@code gtm/reception}
     */
    static Region start(String... services) {
        return start(UnaryOperator.identity(), services);
    }

    /**
     * As {@link #start(String...)}.
     *
     * @param wishes changes what is started
     */
    static Region start(UnaryOperator<Setup> wishes, String... services) {
        Progress progress = new Progress(System.out);
        learn(progress, services);
        Path data = home().resolve(".puente").resolve("bench");
        Setup setup = Setup.all(data).withPortOffset(PORT_OFFSET).withServices(services);
        return Region.start(wishes.apply(setup), true, progress);
    }

    private static void learn(Progress progress, String... services) {
        try {
            Trials.learn(
                    progress, Arrays.stream(services).map(name -> name.split("/", 2)[1]).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkout. */
    static Path home() {
        return Path.of(System.getProperty("puente.home", "."));
    }

    /** What the demo's players need to know of such a region. */
    static org.puente.demo.Region addresses(Region region) {
        return new org.puente.demo.Region(8100 + PORT_OFFSET, region.realm());
    }
}
