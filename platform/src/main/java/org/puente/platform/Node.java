package org.puente.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;

/** Where this process stands: its node, its service, and the clock that it goes by. */
@ApplicationScoped
public class Node {
    @ConfigProperty(name = "puente.node")
    String node;

    @ConfigProperty(name = "puente.service")
    String service;

    public NodeId id() {
        return new NodeId(node);
    }

    /** What stands as {@code ce_source} in this service's facts. */
    public Source source() {
        return new Source(id(), service);
    }

    public String service() {
        return service;
    }

    /** Name of this service among consumers: its Kafka group and its inbox. */
    public String consumer() {
        return node + "." + service;
    }

    /** Ticks in microseconds, which is what PostgreSQL and the facts keep of an instant. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
