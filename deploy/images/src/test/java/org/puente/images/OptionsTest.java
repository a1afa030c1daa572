package org.puente.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Map<String, String> DEFAULTS = Map.of(
            "PUENTE_BASE_IMAGE", "eclipse-temurin:25-jre", "PUENTE_REPOSITORY", "puente", "PUENTE_VERSION", "1.0");

    @Test
    void imagesAreNamedAsComposeAndTheChartsNameThem() {
        assertThat(parse().image("referral-service")).isEqualTo("puente/referral-service:1.0");
    }

    @Test
    void aRegistryIsPushedTo() {
        Options options = parse("--registry", "registry.example.org/puente", "--tag", "2.0");
        assertThat(options.push()).isTrue();
        assertThat(options.image("referral-service")).isEqualTo("registry.example.org/puente/referral-service:2.0");
    }

    @Test
    void withoutARegistryTheyBecomeTars() {
        assertThat(parse().push()).isFalse();
    }

    @Test
    void anotherBaseIsTaken() {
        assertThat(parse("--base", "tar:///base.tar").base()).isEqualTo("tar:///base.tar");
    }

    @Test
    void whatIsPushedIsNotLoaded() {
        assertThatThrownBy(() -> parse("--load", "--registry", "registry.example.org/puente"))
                .hasMessageContaining("--load");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> parse("--push")).hasMessageContaining("Unknown option --push");
    }

    private static Options parse(String... words) {
        return Options.parse(Path.of("/home"), DEFAULTS, words);
    }
}
