package org.puente.compose;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.puente.contracts.NodeId;
import org.puente.kafka.Nodes;
import org.puente.kafka.ServiceNames;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** deploy/compose/compose.yaml and .env as a compose tool reads them. */
final class ComposeFile {
    private static final Path DIRECTORY = Path.of("").toAbsolutePath();

    private final Map<String, Object> yaml;

    ComposeFile() {
        try (Reader reader = Files.newBufferedReader(DIRECTORY.resolve("compose.yaml"))) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(500);
            yaml = new Yaml(options).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return DIRECTORY.resolve("../..").normalize();
    }

    static Properties variables() {
        Properties variables = new Properties();
        try (Reader reader = Files.newBufferedReader(DIRECTORY.resolve(".env"))) {
            variables.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }

    /** Ports by service, as the local region has them. */
    static Map<String, Integer> services() {
        Map<String, Integer> ports = new TreeMap<>();
        ports.put("region-reporting", 8100);
        List<NodeId> nodes = Nodes.ofThisBuild().nodes();
        for (int n = 0; n < nodes.size(); n++) {
            for (int s = 0; s < ServiceNames.OF_NODE.size(); s++) {
                ports.put(nodes.get(n) + "-" + ServiceNames.OF_NODE.get(s), 8110 + 10 * n + s);
            }
        }
        return ports;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> section(String name) {
        return (Map<String, Object>) yaml.get(name);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> container(String name) {
        return (Map<String, Object>) section("services").get(name);
    }

    @SuppressWarnings("unchecked")
    <T> T of(String container, String property) {
        return (T) container(container).get(property);
    }

    /** Names of the secrets that a container is given. */
    List<String> secretsOf(String container) {
        List<Object> given = of(container, "secrets");
        return given == null
                ? List.of()
                : given.stream()
                        .map(one -> one instanceof Map<?, ?> named ? (String) named.get("source") : (String) one)
                        .toList();
    }
}
