package org.puente.kafka;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the services are called, in the sources of facts and in the names of databases, images and directories. */
public final class ServiceNames {
    /** Of each country's node, in the order of their ports. */
    public static final List<String> OF_NODE = List.of("reception", "registry", "referral", "followup");

    /** Of the region's node. */
    public static final String OF_REGION = "reporting";

    /** All of them. */
    public static final List<String> ALL =
            Stream.concat(OF_NODE.stream(), Stream.of(OF_REGION)).toList();

    /** All of them, in an order in which they can be started: a reception waits for the registry of its node. */
    public static final List<String> IN_STARTING_ORDER = ALL.stream()
            .sorted(Comparator.comparing(name -> !name.equals("registry")))
            .toList();

    private ServiceNames() {}
}
