package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#ALL")
    void lintFindsNothing(Release release, @TempDir Path copy) throws IOException {
        LintResult result =
                new Helm(withItsValues(release, copy)).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void aNodeMustBeNamed() {
        assertThatThrownBy(() -> Release.GTM.with("node", "").text()).hasMessageContaining("name the node");
    }

    @Test
    void aNodeMustBeInTheList() {
        assertThatThrownBy(() -> Release.GTM.with("node", "pan").text())
                .hasMessageContaining("pan is not in the list of nodes");
    }

    @Test
    void aNodeMustHaveADomain() {
        assertThatThrownBy(() -> Release.GTM.with("ingress.domain", "").text())
                .hasMessageContaining("where this node's services are reached");
    }

    @Test
    void anUnknownSettingIsRefused() {
        assertThatThrownBy(() -> Release.GTM.with("kafka.bootstrapServer", "x").text())
                .hasMessageContaining("bootstrapServer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUENTE_IDS_SECRET", "PUENTE_KAFKA_PASSWORD"})
    void aSecretIsRefusedAmongTheSettings(String variable) {
        assertThatThrownBy(() -> Release.GTM
                        .with("services.referral.env." + variable, "x")
                        .text())
                .hasMessageContaining(variable);
    }

    @Test
    void keycloakIsNotAskedWithoutTls() {
        assertThatThrownBy(() ->
                        Release.GTM.with("keycloak.url", "http://keycloak").text())
                .hasMessageContaining("keycloak");
    }

    @Test
    void moreInstancesThanPartitionsAreRefused() {
        assertThatThrownBy(() ->
                        Release.GTM.with("defaults.autoscaling.maxReplicas", 7).text())
                .hasMessageContaining("above kafka.partitions");
    }

    @Test
    void theListOfNodesIsTheBackbonesOwnFile() throws IOException {
        Path linked = Release.GTM.directory().resolve("files/nodes.json");

        assertThat(linked.toRealPath())
                .isEqualTo(Release.HOME.resolve("../kafka/nodes.json").toRealPath());
    }

    @Test
    void theRealmIsTheOneOfProduction() throws IOException {
        Path linked = Release.BACKBONE.directory().resolve("files/puente-realm.json");

        assertThat(linked.toRealPath())
                .isEqualTo(Release.HOME.resolve("../keycloak/puente-realm.json").toRealPath());
    }

    /** Helm's library lints a chart with its own values only. */
    private static Path withItsValues(Release release, Path copy) throws IOException {
        Path from = release.directory();
        try (Stream<Path> files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Path values = copy.resolve("values.yaml");
        JsonNode merged = Release.YAML
                .readerForUpdating(Release.YAML.readTree(values.toFile()))
                .readTree(Files.readString(release.values()));
        Release.YAML.writeValue(values.toFile(), merged);
        return copy;
    }
}
