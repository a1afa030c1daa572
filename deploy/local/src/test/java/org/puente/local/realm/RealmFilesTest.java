package org.puente.local.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("puente.home"));

    @ParameterizedTest
    @ValueSource(strings = {"puente-realm.json", "puente-realm-local.json"})
    void areCommittedAsTheCatalogueHasThem(String name) throws IOException {
        assertThat(Files.readString(ROOT.resolve("deploy/keycloak").resolve(name)))
                .as("run RealmFiles after a change of the catalogue (deploy/keycloak/README.md)")
                .isEqualTo(RealmFiles.of(RealmFiles.catalogue(ROOT)).get(name));
    }

    @Test
    void haveNoSecretForProduction() throws IOException {
        assertThat(read("puente-realm.json").findValues("secret")).isEmpty();
    }

    @Test
    void knowNobodysPasswordForProduction() throws IOException {
        assertThat(read("puente-realm.json").findValues("credentials")).isEmpty();
    }

    @Test
    void letWhoReceivesRegister() throws IOException {
        assertThat(rolesOf("gtm-igm")).containsExactly("intake", "case-manager", "directory-editor");
    }

    @Test
    void letNobodyElseRegister() throws IOException {
        assertThat(rolesOf("mex-stps")).containsExactly("case-manager", "directory-editor");
    }

    @Test
    void ofANodeThatJoinsHaveItsClientsAndAnOperator(@TempDir Path directory) throws IOException {
        Path catalogue = ROOT.resolve("deploy/kubernetes/examples/pan/catalogue.json");
        RealmFiles.main(ROOT.toString(), catalogue.toString(), directory.toString());
        JsonNode realm =
                new JsonMapper().readTree(directory.resolve(RealmFiles.LOCAL).toFile());
        assertThat(realm.path("clients").findValuesAsText("clientId"))
                .contains("pan-snm", "pan-mitradel", "pan-senniaf")
                .doesNotContain("gtm-igm");
        assertThat(realm.path("users").findValuesAsText("username")).contains("operator-pan");
    }

    private static List<String> rolesOf(String institution) throws IOException {
        for (JsonNode user : read("puente-realm-local.json").path("users")) {
            if (user.path("serviceAccountClientId").asText().equals(institution)) {
                return StreamSupport.stream(user.path("realmRoles").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
            }
        }
        return List.of();
    }

    private static JsonNode read(String name) throws IOException {
        return new JsonMapper()
                .readTree(ROOT.resolve("deploy/keycloak").resolve(name).toFile());
    }
}
