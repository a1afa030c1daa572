package org.puente.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.puente.local.Progress;
import org.puente.local.Region;
import org.puente.local.Setup;

/** Where a part measures: a region of its own, empty, beside any other that runs here. */
final class BenchRegion {
    private static final int PORT_OFFSET = 4000;

    /**
     * Both of Java's compilers, as in production and as in what stands beside. The launcher starts
     * services with the quick one alone, for many on a small machine have no minutes to warm up.
     */
    static final Map<String, String> OPTIMISED = Map.of(
            "_JAVA_OPTIONS",
            "-XX:TieredStopAtLevel=4",
            // What is filled in reaches further back than anybody is kept.
            "PUENTE_POLICY_PERSON_RETENTION",
            "P100Y");

    /** One client stands for many here, so it may take what many may. */
    private static final Map<String, String> AS_MANY_CLIENTS = Map.of(
            "PUENTE_LIMITS_REQUESTS_PER_SECOND_CLIENT", "1000000",
            "PUENTE_LIMITS_REQUESTS_PER_SECOND_INSTITUTION", "1000000",
            "PUENTE_LIMITS_STREAMS_CLIENT", "10000",
            "PUENTE_LIMITS_STREAMS_INSTITUTION", "10000");

    private BenchRegion() {}

    /**
     * Starts broker, database server, identity server, and of the services only those that are
     * named. Whoever starts it closes it.
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
        return start(wishes.apply(whole().withServices(services)));
    }

    /** As {@link #start(String...)}, with every service, as whoever starts Puente has it. */
    static Region startAll() {
        return start(whole());
    }

    /** As {@link #startAll}, of some nodes alone. */
    static Region startNodes(String... nodes) {
        return start(whole().withNodes(nodes));
    }

    private static Setup whole() {
        return Setup.all(home().resolve(".puente").resolve("bench")).withPortOffset(PORT_OFFSET);
    }

    private static Region start(Setup setup) {
        Map<String, String> environment = new HashMap<>(AS_MANY_CLIENTS);
        environment.putAll(setup.environment());
        return Region.start(setup.withEnvironment(environment), true, new Progress(System.out));
    }

    /** As {@link #start(String...)}, with {@link #OPTIMISED} services. */
    static Region optimised(String... services) {
        return start(setup -> setup.withEnvironment(OPTIMISED), services);
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
