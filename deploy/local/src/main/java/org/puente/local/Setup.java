package org.puente.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.puente.contracts.NodeId;
import org.puente.kafka.Nodes;

/**
 * Which region is started.
 *
 * @param data where it keeps its things
 * @param nodes a part of the list of nodes, in its order
 * @param environment given to every service besides what it needs, e.g. shorter deadlines ({@code
 *     PUENTE_POLICY_…})
 * @param services which services alone are started, as {@code status} names them, maybe none; empty
 *     for all
 * @param database settings of the PostgreSQL server besides ours, e.g. {@code wal_level}
 * @param backbone of others, which the services use; empty to start one
 */
public record Setup(
        Path data,
        List<String> nodes,
        int portOffset,
        Map<String, String> environment,
        Optional<Set<String>> services,
        Map<String, String> database,
        Optional<BackboneAddresses> backbone) {
    private static final String SWAGGER_UI = "QUARKUS_SWAGGER_UI_ENABLED";

    public Setup {
        data = data.toAbsolutePath().normalize();
        List<String> known = known();
        for (String node : nodes) {
            if (!known.contains(node)) {
                throw new Refusal("There is no node " + node + "; there are " + known);
            }
        }
        List<String> wanted = nodes;
        nodes = known.stream().filter(wanted::contains).toList();
        environment = Map.copyOf(environment);
        services = services.map(Set::copyOf);
        database = Map.copyOf(database);
    }

    /** With a backbone of its own. */
    public Setup(
            Path data,
            List<String> nodes,
            int portOffset,
            Map<String, String> environment,
            Optional<Set<String>> services,
            Map<String, String> database) {
        this(data, nodes, portOffset, environment, services, database, Optional.empty());
    }

    /** All nodes, at the usual ports. */
    public static Setup all(Path data) {
        return new Setup(data, known(), 0, Map.of(), Optional.empty(), Map.of());
    }

    public Setup withPortOffset(int offset) {
        return new Setup(data, nodes, offset, environment, services, database, backbone);
    }

    public Setup withNodes(String... wanted) {
        return new Setup(data, Arrays.asList(wanted), portOffset, environment, services, database, backbone);
    }

    public Setup withEnvironment(Map<String, String> added) {
        return new Setup(data, nodes, portOffset, added, services, database, backbone);
    }

    /** With the page at which people try the API of each service, {@code /q/swagger-ui}. */
    public Setup withSwaggerUi() {
        Map<String, String> more = new HashMap<>(environment);
        more.put(SWAGGER_UI, "true");
        return withEnvironment(more);
    }

    boolean hasSwaggerUi() {
        return environment.containsKey(SWAGGER_UI);
    }

    /** Of the services only these, e.g. {@code gtm/reception}, or none; the backbone is whole. */
    public Setup withServices(String... alone) {
        return new Setup(data, nodes, portOffset, environment, Optional.of(Set.of(alone)), database, backbone);
    }

    public Setup withDatabase(Map<String, String> added) {
        return new Setup(data, nodes, portOffset, environment, services, added, backbone);
    }

    /** On servers that run already. */
    public Setup withBackbone(BackboneAddresses running) {
        return new Setup(data, nodes, portOffset, environment, services, database, Optional.of(running));
    }

    static List<String> known() {
        return Nodes.ofThisBuild().nodes().stream().map(NodeId::value).toList();
    }

    Layout layout() {
        return new Layout(data);
    }

    PortPlan ports() {
        return new PortPlan(portOffset);
    }

    /** So that another run of us finds what this one has started. */
    void write() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("nodes", String.join(",", nodes));
        properties.setProperty("port-offset", String.valueOf(portOffset));
        try (Writer writer = Files.newBufferedWriter(layout().settings())) {
            properties.store(writer, null);
        }
    }

    /** What was last started there, if ever. */
    static Optional<Setup> read(Path data) {
        Path file = new Layout(data).settings();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new Refusal("Could not read " + file + ": " + e.getMessage(), e);
        }
        return Optional.of(new Setup(
                data,
                List.of(properties.getProperty("nodes").split(",")),
                Integer.parseInt(properties.getProperty("port-offset")),
                Map.of(),
                Optional.empty(),
                Map.of()));
    }
}
