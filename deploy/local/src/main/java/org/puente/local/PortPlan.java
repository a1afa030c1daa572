package org.puente.local;

import org.puente.kafka.ServiceNames;

/**
 * Who listens where.
 *
 * @param offset added to every port, so that two regions stand side by side
 */
record PortPlan(int offset) {
    PortPlan {
        if (offset < 0 || offset > 50_000) {
            throw new Refusal("--port-offset goes from 0 to 50000: " + offset);
        }
    }

    int kafka() {
        return 9092 + offset;
    }

    int kafkaController() {
        return 9093 + offset;
    }

    int postgres() {
        return 5433 + offset;
    }

    /** Of a server that a backup was restored to, beside the first. */
    int restoredPostgres() {
        return 5434 + offset;
    }

    int keycloak() {
        return 8180 + offset;
    }

    int keycloakManagement() {
        return 8190 + offset;
    }

    /**
     * Where a service has its management endpoints: not where a region at another multiple of 1000 has
     * something.
     *
     * @param port of the service, moved already
     */
    static int management(int port) {
        return port + org.puente.demo.Region.MANAGEMENT;
    }

    int reporting() {
        return 8100 + offset;
    }

    /**
     * @param number of the node in the list of nodes, from 1
     * @param service one of {@link ServiceNames#OF_NODE}
     */
    int of(int number, String service) {
        return 8100 + 10 * number + ServiceNames.OF_NODE.indexOf(service) + offset;
    }
}
