package org.puente.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the realm needs to know of an institution of the catalogue.
 *
 * @param receives whether it registers returns
 */
record Institution(String id, String node, String name, boolean receives) {

    static List<Institution> read(Path catalogue) throws IOException {
        List<Institution> institutions = new ArrayList<>();
        for (JsonNode one :
                new JsonMapper().readTree(Files.readAllBytes(catalogue)).path("institutions")) {
            boolean receives = false;
            for (JsonNode what : one.path("does")) {
                receives |= what.asText().equals("reception");
            }
            institutions.add(new Institution(
                    one.path("id").asText(),
                    one.path("node").asText(),
                    one.path("name").asText(),
                    receives));
        }
        return institutions;
    }

    /** All refer and keep their entries; receivers also register (deploy/keycloak/README.md). */
    List<String> roles() {
        List<String> roles = new ArrayList<>();
        if (receives) {
            roles.add("intake");
        }
        roles.add("case-manager");
        roles.add("directory-editor");
        return roles;
    }
}
