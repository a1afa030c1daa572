package org.puente.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Gives each client and each person of a realm a secret of their own. */
final class RealmSecrets {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final NamedSecrets secrets;
    private final Map<String, String> clients = new TreeMap<>();
    private final Map<String, String> people = new TreeMap<>();

    RealmSecrets(NamedSecrets secrets) {
        this.secrets = secrets;
    }

    /** The realm's file with other secrets. */
    String fill(String realm) throws IOException {
        JsonNode json = JSON.readTree(realm);
        for (JsonNode client : json.path("clients")) {
            if (client.has("secret")) {
                String id = client.path("clientId").asText();
                clients.put(id, secrets.of("client." + id));
                ((ObjectNode) client).put("secret", clients.get(id));
            }
        }
        for (JsonNode user : json.path("users")) {
            for (JsonNode credential : user.path("credentials")) {
                String name = user.path("username").asText();
                people.put(name, secrets.of("person." + name));
                ((ObjectNode) credential).put("value", people.get(name));
            }
        }
        return JSON.writeValueAsString(json) + "\n";
    }

    /** Secrets by client, as they were filled in. */
    Map<String, String> clients() {
        return clients;
    }

    /** Passwords by name, as they were filled in. */
    Map<String, String> people() {
        return people;
    }
}
