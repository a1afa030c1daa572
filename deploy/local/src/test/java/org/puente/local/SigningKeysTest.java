package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    @TempDir
    Path directory;

    private List<JsonWebKey> keys() throws IOException, JoseException {
        return new JsonWebKeySet(Files.readString(directory.resolve("gtm-signing.jwks"))).getJsonWebKeys();
    }

    @Test
    void areMadeOnce() throws IOException, JoseException {
        SigningKeys.ensure(directory, "gtm");
        JsonWebKey first = keys().getFirst();
        SigningKeys.ensure(directory, "gtm");
        assertThat(keys().getFirst().getKey()).isEqualTo(first.getKey());
    }

    @Test
    void aNewKeyStandsFirstWithItsPrivatePart() throws IOException, JoseException {
        String kid = SigningKeys.ensure(directory, "gtm").rotate("gtm");
        PublicJsonWebKey newest = (PublicJsonWebKey) keys().getFirst();
        assertThat(newest.getKeyId()).isEqualTo(kid);
        assertThat(newest.getPrivateKey()).isNotNull();
    }

    @Test
    void anOlderKeyIsKeptWithoutItsPrivatePart() throws IOException, JoseException {
        SigningKeys signing = SigningKeys.ensure(directory, "gtm");
        JsonWebKey former = keys().getFirst();
        signing.rotate("gtm");
        PublicJsonWebKey kept = (PublicJsonWebKey) keys().getLast();
        assertThat(kept.getPublicKey()).isEqualTo(former.getKey());
        assertThat(kept.getPrivateKey()).isNull();
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        SigningKeys.ensure(directory, "gtm").rotate("gtm");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("gtm-signing.jwks"))))
                .isEqualTo("rw-------");
    }
}
