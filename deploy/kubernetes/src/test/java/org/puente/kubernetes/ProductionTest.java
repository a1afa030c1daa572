package org.puente.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.puente.platform.production.ProductionRequirements;

/** What the chart gives to a service is enough for it to start as production. */
class ProductionTest {
    private static final Path ROOT = Release.HOME.resolve("../..").normalize();

    private static final int SOMEBODY_ELSE = 10001;

    @TempDir
    Path mounted;

    /**
     * As a cluster mounts it: with the chart's mode, and owned by another user than the pod's. Only root can give a
     * file away.
     */
    private String keys(Manifest set, String which) throws IOException {
        Path keys = mounted.resolve(set.name() + "-" + which + ".jwks");
        Files.createFile(keys);
        if (System.getProperty("user.name").equals("root")) {
            Files.setAttribute(keys, "unix:mode", mode(set, which));
            Files.setAttribute(keys, "unix:uid", SOMEBODY_ELSE);
        } else {
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("r--------"));
        }
        return keys.toString();
    }

    private static int mode(Manifest set, String which) {
        return set.json()
                .at("/spec/template/spec/volumes")
                .valueStream()
                .filter(volume -> volume.path("name").asText().equals("keys-" + which))
                .map(volume -> volume.at("/secret/defaultMode").asInt())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("org.puente.kubernetes.Release#NODES")
    void everyServiceMayStart(Release release) throws IOException {
        for (Manifest set : release.objects("StatefulSet")) {
            assertThat(ProductionRequirements.unmet(config(set, environment(set))))
                    .as(set.name())
                    .isEmpty();
        }
    }

    @Test
    void theGroupOfThePodMayReadThePrivateKeysAndNobodyElse() {
        List<Manifest> sets = Release.GTM.objects("StatefulSet").stream()
                .filter(set -> set.settings().containsKey("PUENTE_KEYS_PRIVATE"))
                .toList();
        assertThat(sets)
                .hasSize(3)
                .allSatisfy(set -> assertThat(mode(set, "private")).isEqualTo(0440));
    }

    @Test
    void nothingSwitchesTheRequirementsOff() {
        for (Release release : Release.NODES) {
            assertThat(release.text()).doesNotContainIgnoringCase("puente_development");
        }
    }

    @Test
    void aSecretThatTheChartForgotWouldBeNamed() throws IOException {
        Manifest reception = Release.GTM.objects("StatefulSet").stream()
                .filter(set -> set.name().equals("gtm-reception"))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = environment(reception);
        environment.remove("PUENTE_STATUS_SECRET");

        assertThat(ProductionRequirements.unmet(config(reception, environment)))
                .singleElement()
                .asString()
                .startsWith("puente.status.secret (PUENTE_STATUS_SECRET) is not set");
    }

    /** As a container would have it: what comes from secrets has some value. */
    private Map<String, String> environment(Manifest set) throws IOException {
        Map<String, String> environment = new HashMap<>(set.settings());
        for (JsonNode variable : set.container().path("env")) {
            if (variable.has("valueFrom")) {
                environment.put(variable.path("name").asText(), "0123456789abcdef0123456789abcdef");
            }
        }
        for (String which : List.of("private", "signing")) {
            String variable = "PUENTE_KEYS_" + which.toUpperCase(Locale.ROOT);
            if (environment.containsKey(variable)) {
                environment.put(variable, keys(set, which));
            }
        }
        return environment;
    }

    /** As the service reads it: its variables over its own settings over those of all services. */
    private static SmallRyeConfig config(Manifest set, Map<String, String> environment) throws IOException {
        String service = set.container().path("name").asText();
        List<Path> files = List.of(
                ROOT.resolve(service + "-service/src/main/resources/application.properties"),
                ROOT.resolve("platform/src/main/resources/META-INF/microprofile-config.properties"));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(new EnvConfigSource(environment, 300));
        int ordinal = 250;
        for (Path file : files) {
            builder.withSources(new PropertiesConfigSource(file.toUri().toURL(), ordinal--));
        }
        return builder.build();
    }
}
