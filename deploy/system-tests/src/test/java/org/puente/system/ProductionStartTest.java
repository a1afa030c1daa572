package org.puente.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is built is production, unless it is told otherwise. */
class ProductionStartTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("org.puente.kafka.ServiceNames#ALL")
    void noServiceStartsWithTheSettingsOfTheLocalRegion(String service) throws Exception {
        StartedService started = StartedService.run(service, StartedService.localSettings(), directory);

        assertThat(started.status()).isEqualTo(1);
        assertThat(started.log()).isEmpty();
        assertThat(started.complaint())
                .contains(
                        "- puente.db.password (PUENTE_DB_PASSWORD) ",
                        "- puente.kafka.password (PUENTE_KAFKA_PASSWORD) ",
                        "- kafka.security.protocol (KAFKA_SECURITY_PROTOCOL) ",
                        "- quarkus.datasource.reactive.postgresql.ssl-mode ",
                        "- quarkus.datasource.jdbc.url ",
                        "- puente.oidc.url (PUENTE_OIDC_URL) ",
                        "- puente.webhooks.private-targets ")
                .doesNotContain("puente-dev", "127.0.0.1");
    }

    @Test
    void aServiceWithoutSettingsNamesAllThatItNeeds() throws Exception {
        assertThat(StartedService.run("reception", Map.of(), directory).complaint())
                .contains(
                        "puente.node (",
                        "puente.db.password (",
                        "puente.kafka.password (",
                        "puente.pseudonym.secret (",
                        "puente.status.secret (",
                        "puente.keys.public (",
                        "puente.oidc.url (");
    }

    @Test
    void noVariableTakesAwayWhatAServiceNeeds() throws Exception {
        assertThat(StartedService.run("reception", Map.of("PUENTE_REQUIRED_SETTINGS", ""), directory)
                        .complaint())
                .contains("puente.pseudonym.secret (", "puente.status.secret (", "puente.keys.public (");
    }

    @Test
    void noProfileSwitchesTheRequirementsOff() throws Exception {
        Map<String, String> settings = StartedService.localSettings();
        settings.put("QUARKUS_PROFILE", "test");

        assertThat(StartedService.run("referral", settings, directory).complaint())
                .contains("quarkus.profile (", "puente.db.password (", "kafka.security.protocol (");
    }

    @Test
    void aSecretMayBeAFile() throws Exception {
        Map<String, String> settings = StartedService.localSettings();
        settings.remove("PUENTE_STATUS_SECRET");
        settings.put(
                "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
                secret("puente.status.secret").toString());

        assertThat(StartedService.run("reception", settings, directory).complaint())
                .contains("puente.pseudonym.secret (")
                .doesNotContain("puente.status.secret (");
    }

    private Path secret(String name) throws IOException {
        Path secrets = Files.createDirectory(directory.resolve("secrets"));
        Files.writeString(secrets.resolve(name), "Vd2xq0PzLk8sWc5mRt7yBn4hJf9gUa3e\n");
        return secrets;
    }

    /** It fails for want of a database, which is enough to see how it writes. */
    @Test
    void theLogOfProductionIsAnObjectInEachLine() throws Exception {
        Map<String, String> settings = StartedService.localSettings();
        settings.put("PUENTE_DEVELOPMENT", "true");
        settings.put("QUARKUS_FLYWAY_CONNECT_RETRIES", "0");
        settings.put("QUARKUS_HTTP_PORT", "0");
        settings.put("QUARKUS_MANAGEMENT_PORT", "0");

        StartedService started = StartedService.run("registry", settings, directory);

        assertThat(started.log()).as(started.complaint()).isNotEmpty();
        for (String line : started.log()) {
            JsonNode entry = new ObjectMapper().readTree(line);
            assertThat(entry.fieldNames()).toIterable().contains("timestamp", "level", "loggerName", "message");
            assertThat(entry.path("node").asText()).isEqualTo("gtm");
            assertThat(entry.path("service").asText()).isEqualTo("registry");
        }
    }
}
