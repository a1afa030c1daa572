package org.puente.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What a service consists of, in CycloneDX. Maven knows what the service asks for; Quarkus adds libraries of its
 * own ("conditional dependencies"), which only its list of the built program has.
 */
final class BillOfMaterials {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BillOfMaterials() {}

    /**
     * @param made by Maven
     * @param dependencies Quarkus' list: a line "group:name:classifier:type:version" for each
     */
    static void write(Path made, Path dependencies, Path to) throws IOException {
        JsonNode bill = JSON.readTree(made.toFile());
        ArrayNode components = (ArrayNode) bill.path("components");
        Set<String> known = new HashSet<>();
        components.forEach(component -> known.add(name(component)));
        for (String line : Files.readAllLines(dependencies)) {
            String[] parts = line.strip().split(":");
            if (parts.length == 5 && known.add(parts[0] + ":" + parts[1])) {
                components.add(component(parts[0], parts[1], parts[4]));
            }
        }
        JSON.writeValue(to.toFile(), bill);
    }

    private static String name(JsonNode component) {
        return component.path("group").asText() + ":" + component.path("name").asText();
    }

    private static ObjectNode component(String group, String name, String version) {
        String url = "pkg:maven/%s/%s@%s?type=jar".formatted(group, name, version);
        return JSON.createObjectNode()
                .put("type", "library")
                .put("bom-ref", url)
                .put("group", group)
                .put("name", name)
                .put("version", version)
                .put("purl", url);
    }
}
