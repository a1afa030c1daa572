package org.puente.local;

import java.util.Map;

/**
 * What the tests' servers are. Addresses that are given come first; then what is asked for counts, by {@code
 * -Dpuente.backbone}.
 *
 * <p>Given ones must be for tests alone: databases are dropped there. Their super users are {@code
 * admin} and {@code postgres} with the local password.
 */
enum BackboneKind {
    /** Those at {@code PUENTE_TEST_BACKBONE_KAFKA} and {@code PUENTE_TEST_BACKBONE_DATABASE} (host:port each). */
    GIVEN,
    /** Processes of this machine, from Maven's artifacts; used where nothing else is asked for. */
    PROCESSES,
    /** Containers, by Testcontainers; asked for by {@code -Dpuente.backbone=containers}. */
    CONTAINERS;

    private static final String KAFKA = "PUENTE_TEST_BACKBONE_KAFKA";
    private static final String DATABASE = "PUENTE_TEST_BACKBONE_DATABASE";
    private static final String PROPERTY = "puente.backbone";

    static BackboneKind chosen(Map<String, String> environment) {
        return chosen(environment, System.getProperty(PROPERTY));
    }

    /**
     * @param asked the property's value, or null
     * @throws Refusal if that is neither {@code processes} nor {@code containers}
     */
    static BackboneKind chosen(Map<String, String> environment, String asked) {
        if (environment.containsKey(KAFKA) && environment.containsKey(DATABASE)) {
            return GIVEN;
        }
        return switch (asked) {
            case null -> PROCESSES;
            case "", "processes" -> PROCESSES;
            case "containers" -> CONTAINERS;
            default -> throw new Refusal("-D" + PROPERTY + " is processes or containers, not " + asked);
        };
    }

    static GivenServers given(Map<String, String> environment) {
        return new GivenServers(environment.get(KAFKA), environment.get(DATABASE));
    }
}
