package org.puente.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What an object names and does not hold. */
final class References {
    private static final Set<String> A_SECRETS_NAME = Set.of("secretName", "tlsSecret");
    private static final Set<String> A_REFERENCE = Set.of("secretKeyRef", "usernameSecret", "passwordSecret");

    private References() {}

    /** The names of all secrets, of Kubernetes' kinds as of the operators'. */
    static Set<String> secrets(JsonNode object) {
        Set<String> names = new TreeSet<>();
        collect(object, names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            if (A_SECRETS_NAME.contains(field.getKey())) {
                names.add(field.getValue().asText());
            } else if (A_REFERENCE.contains(field.getKey())) {
                names.add(field.getValue().path("name").asText());
            } else if (field.getKey().equals("bootstrapAdmin")) {
                names.add(field.getValue().at("/user/secret").asText());
            } else {
                collect(field.getValue(), names);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, names));
        }
    }
}
