package org.puente.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An object as Helm would send it to a cluster. */
record Manifest(ObjectNode json) {
    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    String namespace() {
        return json.at("/metadata/namespace").asText();
    }

    JsonNode spec() {
        return json.path("spec");
    }

    /** Its only container; of a StatefulSet. */
    JsonNode container() {
        return json.at("/spec/template/spec/containers/0");
    }

    /** Its variables that have a value, and so are no secret. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (JsonNode variable : container().path("env")) {
            if (variable.has("value")) {
                settings.put(
                        variable.path("name").asText(), variable.path("value").asText());
            }
        }
        return settings;
    }

    /** Kubernetes' way to name it: {@code Kind/name}. */
    @Override
    public String toString() {
        return kind() + "/" + name();
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new HashMap<>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
