package org.puente.platform.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionRequirementsTest {
    private static final String RANDOM = "kW3vXq8ZtR5nB1yLcF7mPd2sGh9jTe4u";

    @TempDir
    Path directory;

    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void asOneWouldInProduction() throws IOException {
        settings.putAll(Map.of(
                "puente.node",
                "gtm",
                "puente.required-settings",
                "puente.pseudonym.secret,puente.status.secret,puente.keys.private",
                "puente.db.password",
                "q7!x",
                "puente.kafka.password",
                RANDOM,
                "puente.pseudonym.secret",
                RANDOM + 1,
                "puente.status.secret",
                RANDOM + 2,
                "puente.keys.private",
                keys("r--------").toString(),
                "kafka.security.protocol",
                "SASL_SSL"));
        settings.putAll(Map.of(
                "kafka.sasl.jaas.config", "ScramLoginModule required password=\"${puente.kafka.password}\";",
                "quarkus.datasource.password", "${puente.db.password}",
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/gtm_reception?sslmode=verify-full",
                "quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full",
                "puente.oidc.url", "https://id.example.org/realms/puente",
                "quarkus.oidc.auth-server-url", "${puente.oidc.url}",
                "puente.webhooks.private-targets", "false",
                "quarkus.swagger-ui.enabled", "false"));
    }

    @Test
    void whatIsSetAsItShouldBeMayStart() {
        assertThat(unmet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "puente.webhooks.private-targets, true",
        "quarkus.swagger-ui.enabled, true",
        "quarkus.swagger-ui.enable, YES",
        "kafka.security.protocol, SASL_PLAINTEXT",
        "kafka.security.protocol, ''",
        "mp.messaging.incoming.facts.security.protocol, PLAINTEXT",
        "kafka.ssl.endpoint.identification.algorithm, ''",
        "puente.oidc.url, http://id.example.org/realms/puente",
        "quarkus.oidc.console.auth-server-url, http://id.example.org/realms/puente",
        "quarkus.oidc.tls.verification, none",
        "quarkus.oidc.tls.verification, certificate-validation",
        "quarkus.tls.hostname-verification-algorithm, NONE",
        "quarkus.tls.realm.hostname-verification-algorithm, none",
        "quarkus.oidc.jwks-path, http://id.example.org/certs",
        "quarkus.oidc.console.token-path, HTTP://id.example.org/token",
        "quarkus.tls.trust-all, true",
        "quarkus.tls.kafka.trust-all, true",
        "quarkus.datasource.reactive.postgresql.ssl-mode, require",
        "quarkus.datasource.reactive.postgresql.ssl-mode, verify-ca",
        "quarkus.datasource.reactive.trust-all, true",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db:5432/gtm_reception",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db:5432/gtm_reception?sslmode=require",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db/x?sslmode=verify-full&sslmode=disable",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db/x?sslmode=verify-full&sslfactory=a.NonValidatingFactory",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://db/x?sslmode=verify-full&sslhostnameverifier=a.Any",
        "quarkus.datasource.jdbc.additional-jdbc-properties.sslfactory, a.NonValidatingFactory",
        "quarkus.datasource.jdbc.additional-jdbc-properties.\"sslfactory\", a.NonValidatingFactory",
        "quarkus.datasource.jdbc.additional-jdbc-properties.sslhostnameverifier, a.Any",
        "quarkus.flyway.jdbc-url, jdbc:postgresql://db:5432/gtm_reception",
        "quarkus.flyway.jdbc-url, jdbc:postgresql://db:5432/gtm_reception?sslmode=require"
    })
    void whatIsInsecureIsNamed(String name, String value) {
        settings.put(name, value);
        assertThat(unmet()).singleElement().asString().startsWith(name + " (");
    }

    /** Of variables the names of settings are guessed, not always rightly. */
    @ParameterizedTest
    @CsvSource({
        "QUARKUS_TLS_TRUST_ALL, true",
        "QUARKUS_OIDC_TLS_VERIFICATION, none",
        "QUARKUS_OIDC_TLS_VERIFICATION, CERTIFICATE_VALIDATION",
        "QUARKUS_TLS_HOSTNAME_VERIFICATION_ALGORITHM, NONE",
        "QUARKUS_FLYWAY_JDBC_URL, jdbc:postgresql://db/x",
        "QUARKUS_OIDC_JWKS_PATH, http://id.example.org/certs",
        "QUARKUS_OIDC_CONSOLE_AUTH_SERVER_URL, http://id.example.org/realms/puente",
        "QUARKUS_SWAGGER_UI_ENABLED, true",
        "QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL, true",
        "PUENTE_WEBHOOKS_PRIVATE_TARGETS, true",
        "KAFKA_SECURITY_PROTOCOL, SASL_PLAINTEXT",
        "MP_MESSAGING_INCOMING_FACTS_SECURITY_PROTOCOL, PLAINTEXT",
        "KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM, ''",
        "KAFKA_SASL_JAAS_CONFIG, ScramLoginModule required password='puente-dev';"
    })
    void aVariableIsLookedAtToo(String variable, String value) {
        environment.put(variable, value);
        assertThat(unmet()).singleElement().asString().contains("(" + variable + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "puente.node",
                "puente.db.password",
                "puente.kafka.password",
                "puente.pseudonym.secret",
                "puente.status.secret",
                "puente.keys.private"
            })
    void whatIsMissingIsNamedOnce(String name) {
        settings.remove(name);
        assertThat(unmet()).singleElement().asString().startsWith(name + " (").contains("is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "puente.node", "puente.keys.private"})
    void noVariableTakesAwayWhatAServiceNeeds(String needed) {
        environment.put("PUENTE_REQUIRED_SETTINGS", needed);
        settings.remove("puente.status.secret");
        assertThat(unmet()).singleElement().asString().startsWith("puente.status.secret (");
    }

    @Test
    void aVariableAddsToWhatAServiceNeeds() {
        environment.put("PUENTE_REQUIRED_SETTINGS", "puente.ids.secret");
        assertThat(unmet()).singleElement().asString().startsWith("puente.ids.secret (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kW3vXq8Z${tR5nB1yLcF7mPd2", "kW3vXq8Z${tR5nB1}yLcF7mPd2", "kW3vXq8Z$$tR5nB1yLcF7mPd2"})
    void aSecretWithDollarsThatWouldBeReadOtherwiseIsNamedWithTheTrueCause(String secret) {
        environment.put("PUENTE_STATUS_SECRET", secret);
        assertThat(unmet())
                .singleElement()
                .asString()
                .startsWith("puente.status.secret (")
                .contains("$", "write \\$ for each $")
                .doesNotContain("is not set: give", "tR5nB1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kW3vXq8Z$tR5nB1yLcF7mPd2", "kW3vXq8Z\\${tR5nB1yLcF7mPd2", "kW3vXq8ZtR5nB1yLcF7mPd2$"})
    void aSecretWithOtherDollarsIsRight(String secret) {
        environment.put("PUENTE_STATUS_SECRET", secret);
        assertThat(unmet()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "puente.db.password, puente-dev",
        "puente.kafka.password, puente-dev",
        "puente.pseudonym.secret, puente-dev-pseudonyms-of-gtm",
        "puente.status.secret, puente-dev-codes-of-gtm",
        "quarkus.datasource.password, puente-dev",
        "quarkus.oidc.console.token-state-manager.encryption-secret, puente-dev-0123456789-0123456789"
    })
    void aSecretOfTheLocalRegionIsNamedOnce(String name, String value) {
        settings.put(name, value);
        assertThat(unmet()).singleElement().asString().startsWith(name + " (").contains("local region");
    }

    @Test
    void everySecretOfTheLocalRegionIsNamedThoughTheyAreAlike() {
        settings.put("puente.db.password", "puente-dev");
        settings.put("puente.kafka.password", "puente-dev");
        settings.put("puente.status.secret", "puente-dev-codes-of-gtm");
        assertThat(unmet()).hasSize(3);
    }

    @Test
    void aSecretThatIsMadeFromASettingOfAnotherNameIsFoundToo() {
        settings.put("our.word", "puente-dev");
        settings.put("puente.db.password", "${our.word}");
        assertThat(unmet()).isNotEmpty().first().asString().startsWith("puente.db.password (");
    }

    @Test
    void aPasswordThatIsWrittenIntoAnAddressIsFoundToo() {
        settings.computeIfPresent("quarkus.datasource.jdbc.url", (name, url) -> url + "&password=puente-dev");
        assertThat(unmet()).singleElement().asString().startsWith("quarkus.datasource.jdbc.url");
    }

    @Test
    void flywayMayHaveAConnectionOfItsOwnThatIsVerified() {
        settings.put("quarkus.flyway.jdbc-url", "jdbc:postgresql://db/x?sslmode=verify-full&sslrootcert=ca.crt");
        assertThat(unmet()).isEmpty();
    }

    /** Kafka's client would end the password there, and quote what comes after it in its complaint. */
    @ParameterizedTest
    @ValueSource(strings = {"kW3vXq8Zt\"R5nB1yLcF7mPd", "kW3vXq8Zt\\R5nB1yLcF7mPd"})
    void aPasswordThatKafkasClientCannotReadIsNamed(String password) {
        settings.put("puente.kafka.password", password);
        assertThat(unmet()).singleElement().asString().startsWith("puente.kafka.password (");
    }

    @Test
    void aSettingThatRefersToItselfIsNotSet() {
        settings.put("puente.db.password", "${puente.db.password}");
        assertThat(unmet()).isNotEmpty().first().asString().startsWith("puente.db.password (");
    }

    @Test
    void aShortSecretIsNamed() {
        settings.put("puente.status.secret", "short");
        assertThat(unmet()).singleElement().asString().contains("shorter than 16 characters");
    }

    @Test
    void allIsNamedAtOnce() {
        settings.remove("puente.status.secret");
        settings.put("kafka.security.protocol", "SASL_PLAINTEXT");
        settings.put("puente.oidc.url", "http://id.example.org");
        settings.put("puente.db.password", "puente-dev");
        assertThat(unmet()).hasSize(4);
    }

    @Test
    void noValueIsShown() {
        settings.put("puente.status.secret", "Zq9");
        settings.put("puente.db.password", "puente-dev-Zq9");
        settings.put("puente.oidc.url", "http://Zq9:Zq9@id.example.org");
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/x?password=Zq9");
        assertThat(ServiceMain.refusal(unmet())).doesNotContain("Zq9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "dev", "prodlike", "prod,test", "test,prod"})
    void anotherProfileThanProductionsIsNamed(String profile) {
        assertThat(unmet(profile)).singleElement().asString().startsWith("quarkus.profile (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "r--r-----", "rw-rw----", "rw----r--", "rw-----w-"})
    void aPrivateKeyThatOthersReadIsNamed(String permissions) throws IOException {
        settings.put("puente.keys.private", keys(permissions).toString());
        assertThat(unmet())
                .singleElement()
                .asString()
                .startsWith("puente.keys.private (")
                .contains("others");
    }

    /** As Kubernetes mounts a secret: it is root's, and the pod, which isn't root, is alone in its group. */
    @Test
    void thePrivateKeyOfAnotherOwnerMayBeReadByTheGroup() throws IOException {
        settings.put("puente.keys.private", ofAnotherOwner(keys("r--r-----")).toString());
        assertThat(unmet()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r--r--r--", "rw-rw----"})
    void thePrivateKeyOfAnotherOwnerThatMoreThanTheGroupReadsIsNamed(String permissions) throws IOException {
        settings.put("puente.keys.private", ofAnotherOwner(keys(permissions)).toString());
        assertThat(unmet()).singleElement().asString().startsWith("puente.keys.private (");
    }

    private static Path ofAnotherOwner(Path file) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a file away");
        return Files.setAttribute(file, "unix:uid", 10001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-"})
    void aPublicKeyThatOthersCanChangeIsNamed(String permissions) throws IOException {
        settings.put("puente.keys.public", keys(permissions).toString());
        assertThat(unmet()).singleElement().asString().startsWith("puente.keys.public (");
    }

    @Test
    void aPublicKeyThatOthersReadIsRight() throws IOException {
        settings.put("puente.keys.public", keys("rw-r--r--").toString());
        assertThat(unmet()).isEmpty();
    }

    @Test
    void aPrivateKeyThatIsNotThereIsNamed() {
        settings.put("puente.keys.private", directory.resolve("missing").toString());
        assertThat(unmet()).singleElement().asString().startsWith("puente.keys.private (");
    }

    @Test
    void developmentDemandsNothing() {
        settings.clear();
        settings.put("puente.development", "true");
        assertThat(unmet("test")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "", "maybe"})
    void nothingElseThanTrueIsDevelopment(String value) {
        settings.put("puente.development", value);
        settings.remove("puente.status.secret");
        assertThat(unmet()).hasSize(1);
    }

    private Path keys(String permissions) throws IOException {
        Path file = directory.resolve(permissions + ".jwks");
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    private List<String> unmet() {
        return unmet("prod");
    }

    private List<String> unmet(String profile) {
        return ProductionRequirements.unmet(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new EnvConfigSource(environment, 300), new PropertiesConfigSource(settings, "test", 250))
                .build());
    }
}
