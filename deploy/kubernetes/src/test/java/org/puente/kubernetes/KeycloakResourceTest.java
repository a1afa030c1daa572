package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Keycloak's operator publishes neither a schema nor a Java model for v2beta1. These are the fields that its
 * guides show ("Basic deployment", "Advanced configuration", "Realm import", 26.6): a weaker check.
 */
class KeycloakResourceTest {
    private static final Set<String> FIELDS = Set.of(
            "instances",
            "image",
            "db",
            "http",
            "hostname",
            "proxy",
            "ingress",
            "networkPolicy",
            "bootstrapAdmin",
            "additionalOptions",
            "resources");

    private final Manifest keycloak = Release.BACKBONE.objects("Keycloak").getFirst();
    private final Manifest realm =
            Release.BACKBONE.objects("KeycloakRealmImport").getFirst();

    @Test
    void onlyDocumentedFieldsAreSet() {
        assertThat(keycloak.spec().fieldNames()).toIterable().isSubsetOf(FIELDS);
    }

    @Test
    void theRealmBelongsToTheServer() {
        assertThat(realm.spec().path("keycloakCRName").asText()).isEqualTo(keycloak.name());
    }

    @Test
    void theRealmIsImportedAsItIs() throws java.io.IOException {
        JsonNode file = Release.YAML.readTree(
                Release.HOME.resolve("../keycloak/puente-realm.json").toFile());

        assertThat(realm.spec().path("realm")).isEqualTo(file);
    }

    @Test
    void itListensOnTlsAlone() {
        assertThat(keycloak.spec().path("http").fieldNames()).toIterable().containsExactly("tlsSecret");
    }

    @Test
    void theIngressLetsNeitherConsoleNorMasterRealmThrough() {
        Manifest ingress = Release.BACKBONE.objects("Ingress").getFirst();

        assertThat(ingress.json().findValuesAsText("path")).containsExactly("/realms/puente", "/resources");
    }
}
