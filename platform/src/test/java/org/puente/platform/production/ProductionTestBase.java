package org.puente.platform.production;

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
import org.junit.jupiter.api.io.TempDir;

/** Settings as one would have them in production; tests change some of them. */
abstract class ProductionTestBase {
    private static final String RANDOM = "kW3vXq8ZtR5nB1yLcF7mPd2sGh9jTe4u";

    @TempDir
    Path directory;

    final Map<String, String> settings = new HashMap<>();
    final Map<String, String> environment = new HashMap<>();

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

    Path keys(String permissions) throws IOException {
        Path file = directory.resolve(permissions + ".jwks");
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    List<String> unmet() {
        return unmet("prod");
    }

    List<String> unmet(String profile) {
        return ProductionRequirements.unmet(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new EnvConfigSource(environment, 300), new PropertiesConfigSource(settings, "test", 250))
                .build());
    }
}
