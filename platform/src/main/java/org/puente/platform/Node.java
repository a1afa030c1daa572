package org.puente.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.NodeId;
import org.puente.contracts.Source;

/** Where this process runs: its node, its service, and its clock. */
@ApplicationScoped
public class Node {
    @ConfigProperty(name = "puente.node")
    String node;

    @ConfigProperty(name = "puente.service")
    String service;

    public NodeId id() {
        return new NodeId(node);
    }

    /** The {@code ce_source} of this service's facts. */
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

    /** Ticks in microseconds, as PostgreSQL and the facts keep instants. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
