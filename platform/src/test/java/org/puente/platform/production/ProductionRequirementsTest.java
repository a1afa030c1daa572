package org.puente.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is insecure or missing is named, all at once. */
class ProductionRequirementsTest extends ProductionTestBase {
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

    @Test
    void flywayMayHaveAConnectionOfItsOwnThatIsVerified() {
        settings.put("quarkus.flyway.jdbc-url", "jdbc:postgresql://db/x?sslmode=verify-full&sslrootcert=ca.crt");
        assertThat(unmet()).isEmpty();
    }

    @Test
    void allIsNamedAtOnce() {
        settings.remove("puente.status.secret");
        settings.put("kafka.security.protocol", "SASL_PLAINTEXT");
        settings.put("puente.oidc.url", "http://id.example.org");
        settings.put("puente.db.password", "puente-dev");
        assertThat(unmet()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "dev", "prodlike", "prod,test", "test,prod"})
    void anotherProfileThanProductionsIsNamed(String profile) {
        assertThat(unmet(profile)).singleElement().asString().startsWith("quarkus.profile (");
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
}
