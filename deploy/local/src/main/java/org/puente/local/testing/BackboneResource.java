package org.puente.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.puente.local.Backbone;

/**
 * Gives a {@code @QuarkusTest} the real broker and an empty database, as the launcher would.
 *
 * <p>{@code @QuarkusTestResource(value = BackboneResource.class, initArgs = {@ResourceArg(name =
 * "node", value = "gtm"), @ResourceArg(name = "service", value = "reception")})}
 */
public class BackboneResource implements QuarkusTestResourceLifecycleManager {
    /** Enough for keys to spread over. */
    private static final int PARTITIONS = 2;

    private String node;
    private String service;

    @Override
    public void init(Map<String, String> arguments) {
        node = arguments.getOrDefault("node", "gtm");
        service = arguments.get("service");
        if (service == null) {
            throw new IllegalArgumentException("BackboneResource needs the argument service");
        }
    }

    @Override
    public Map<String, String> start() {
        Backbone backbone = Backbone.forTests();
        backbone.provision(PARTITIONS);
        backbone.freshDatabase(node + "_" + service);
        return new HashMap<>(backbone.settings(node));
    }

    /** The backbone serves the next test class too, and ends with the JVM. */
    @Override
    public void stop() {}
}
