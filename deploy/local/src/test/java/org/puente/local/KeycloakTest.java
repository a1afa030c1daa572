package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakTest {
    private static final Instant BUILT_AT = Instant.parse("2025-01-02T10:00:00Z");

    @TempDir
    Path home;

    private Keycloak unpackedAt(Instant instant) throws IOException {
        Keycloak keycloak = new Keycloak(home, home, home, home, 0, 0);
        Path built = Files.createDirectories(home.resolve("lib/quarkus"));
        Files.setLastModifiedTime(built, FileTime.from(instant));
        Files.setLastModifiedTime(Files.createFile(keycloak.marker()), FileTime.from(BUILT_AT));
        return keycloak;
    }

    @Test
    void whatWasBuiltIsNotBuiltAgain() throws IOException {
        assertThat(unpackedAt(BUILT_AT.minusSeconds(1)).built()).isTrue();
    }

    @Test
    void whatWasUnpackedOverItIsBuiltAgain() throws IOException {
        assertThat(unpackedAt(BUILT_AT.plusSeconds(1)).built()).isFalse();
    }

    @Test
    void aDistributionThatIsNotThereIsNotBuilt() {
        assertThat(new Keycloak(home.resolve("missing"), home, home, home, 0, 0).built())
                .isFalse();
    }
}
