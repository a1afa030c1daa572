package org.puente.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A release of a chart with the values of an example.
 *
 * @param chart its directory's name
 * @param example its values' file in {@code examples}, without its ending; also the release's name
 * @param settings values besides, as Helm's {@code --set} has them
 */
record Release(String chart, String example, String namespace, Map<String, Object> settings) {
    static final Path HOME = Path.of(System.getProperty("puente.home", "../.."), "deploy/kubernetes")
            .toAbsolutePath()
            .normalize();
    static final YAMLMapper YAML = new YAMLMapper();

    /** A country's node with all its parts. */
    static final Release GTM = node("gtm");

    /** The Secretariat's node. */
    static final Release REGION = node("region");

    /** A node in a cluster of its own, with another port for health and metrics. */
    static final Release MEX_ELSEWHERE = node("mex-elsewhere");

    static final Release BACKBONE = new Release("puente-backbone", "backbone", "puente-backbone", Map.of());
    static final List<Release> ALL = List.of(BACKBONE, REGION, GTM, MEX_ELSEWHERE);
    static final List<Release> NODES = List.of(REGION, GTM, MEX_ELSEWHERE);

    private static Release node(String example) {
        return new Release("puente-node", example, "puente-" + example, Map.of());
    }

    /** The same with another value. */
    Release with(String setting, Object value) {
        Map<String, Object> more = new HashMap<>(settings);
        more.put(setting, value);
        return new Release(chart, example, namespace, Map.copyOf(more));
    }

    Path directory() {
        return HOME.resolve("charts").resolve(chart);
    }

    Path values() {
        return HOME.resolve("examples").resolve(example + ".yaml");
    }

    /**
     * @throws RuntimeException with Helm's own words, if it refuses
     */
    String text() {
        TemplateCommand command = new Helm(directory())
                .template()
                .withName(example)
                .withNamespace(namespace)
                .withKubeVersion("1.33.0")
                .withValuesFile(values());
        settings.forEach(command::set);
        return command.call();
    }

    /** All that Helm makes of it; each has the namespace that it gets. */
    List<Manifest> objects() {
        List<Manifest> objects = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text())) {
            while (documents.hasNext()) {
                if (documents.next() instanceof ObjectNode object) {
                    ObjectNode metadata = (ObjectNode) object.get("metadata");
                    metadata.put("namespace", metadata.path("namespace").asText(namespace));
                    objects.add(new Manifest(object));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(objects);
    }

    List<Manifest> objects(String kind) {
        return objects().stream().filter(object -> object.kind().equals(kind)).toList();
    }

    @Override
    public String toString() {
        return settings.isEmpty() ? example : example + settings;
    }
}
