package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.puente.kafka.ServiceNames;

/** Secrets are named, and never held. */
class SecretTest {

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#ALL")
    void noSecretIsRendered(Release release) {
        assertThat(release.objects("Secret")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#ALL")
    void noValueThatOpensAnythingIsRendered(Release release) {
        assertThat(release.text())
                .doesNotContain("puente-dev")
                .doesNotContain("BEGIN ")
                .doesNotContain("\"d\":")
                .doesNotContainPattern("(?i)password[\"']?[ \\t]*[:=][ \\t]*[\"']?[^\\s{\"']");
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void whatAVariableKeepsSecretComesFromASecret(Release release) {
        for (Manifest set : release.objects("StatefulSet")) {
            assertThat(set.settings().keySet()).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|CREDENTIAL).*"));
        }
    }

    @Test
    void noClientOfTheRealmHasASecret() {
        JsonNode realm = Release.BACKBONE
                .objects("KeycloakRealmImport")
                .getFirst()
                .spec()
                .path("realm");

        assertThat(realm.findValues("secret")).isEmpty();
        assertThat(realm.findValues("credentials")).isEmpty();
    }

    @Test
    void thePrivateKeysAreWithThoseWhoOpenDossiersAndManifestsAlone() {
        assertThat(given("gtm-keys-private")).containsExactly("gtm-followup", "gtm-reception", "gtm-referral");
    }

    @Test
    void theSigningKeysAreWithReceptionAlone() {
        assertThat(given("gtm-keys-signing")).containsExactly("gtm-reception");
    }

    @Test
    void thePseudonymsSecretIsWithReceptionAlone() {
        assertThat(given("gtm-reception")).containsExactly("gtm-reception");
    }

    @Test
    void theSecretOfMatchingIsWithReceptionAlone() {
        assertThat(given("gtm-matching")).containsExactly("gtm-reception");
    }

    @Test
    void theSecretOfIdsIsWithThoseWhoDeriveIds() {
        assertThat(given("gtm-ids")).containsExactly("gtm-followup", "gtm-referral");
    }

    @Test
    void aDatabasesPasswordIsWithItsServiceAlone() {
        for (String service : ServiceNames.OF_NODE) {
            assertThat(given("gtm-" + service + "-db-app")).containsExactly("gtm-" + service);
        }
    }

    /** The operator's secret also has the authority's key, by which anybody could answer as the database. */
    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void ofTheDatabasesAuthorityOnlyTheCertificateIsGiven(Release release) {
        for (Manifest set : release.objects("StatefulSet")) {
            for (JsonNode volume : set.spec().at("/template/spec/volumes")) {
                if (volume.at("/secret/secretName").asText().endsWith("-db-ca")) {
                    assertThat(volume.at("/secret/items").findValuesAsText("key"))
                            .containsExactly("ca.crt");
                }
            }
        }
    }

    /** Which services of GTM are given a secret. */
    private static Set<String> given(String secret) {
        Set<String> services = new TreeSet<>();
        for (Manifest set : Release.GTM.objects("StatefulSet")) {
            if (References.secrets(set.json()).contains(secret)) {
                services.add(set.name());
            }
        }
        return services;
    }
}
