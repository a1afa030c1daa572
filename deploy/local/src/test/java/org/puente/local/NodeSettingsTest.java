package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeSettingsTest {
    @TempDir
    Path keys;

    private Map<String, String> settings;

    @BeforeEach
    void make() {
        settings = NodeSettings.of("gtm", "127.0.0.1:9092", "127.0.0.1:5433", keys);
    }

    @Test
    void keepsThePrivateKeyOutOfThePublicSet() throws IOException, JoseException {
        assertThat(key("puente.keys.public").getPrivateKey()).isNull();
    }

    @Test
    void pairsThePublicKeyWithThePrivateOne() throws IOException, JoseException {
        assertThat(key("puente.keys.private").getPublicKey())
                .isEqualTo(key("puente.keys.public").getPublicKey());
    }

    @Test
    void namesTheKeyAfterItsNode() throws IOException, JoseException {
        assertThat(key("puente.keys.public").getKeyId()).matches("gtm-\\d{4}");
    }

    @Test
    void letsNobodyElseReadThePrivateKey() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Path.of(settings.get("puente.keys.private")))))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheKeyThatIsThere() throws IOException, JoseException {
        PublicJsonWebKey first = key("puente.keys.public");
        NodeSettings.of("gtm", "127.0.0.1:9092", "127.0.0.1:5433", keys);
        assertThat(key("puente.keys.public").getPublicKey()).isEqualTo(first.getPublicKey());
    }

    private PublicJsonWebKey key(String setting) throws IOException, JoseException {
        String set = Files.readString(Path.of(settings.get(setting)));
        return (PublicJsonWebKey) new JsonWebKeySet(set).getJsonWebKeys().getFirst();
    }
}
