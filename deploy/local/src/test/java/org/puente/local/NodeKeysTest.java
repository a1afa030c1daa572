package org.puente.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class NodeKeysTest {
    @TempDir
    Path directory;

    private static List<JsonWebKey> keys(Path set) throws IOException, JoseException {
        return new JsonWebKeySet(Files.readString(set)).getJsonWebKeys();
    }

    @Test
    void aNewKeyStandsFirst() throws IOException, JoseException {
        NodeKeys pair = NodeKeys.ensure(directory, "gtm");
        String kid = pair.rotate("gtm");
        assertThat(keys(pair.publicSet()).getFirst().getKeyId()).isEqualTo(kid);
    }

    @Test
    void olderKeysStillOpenWhatWasSealedToThem() throws IOException, JoseException {
        NodeKeys pair = NodeKeys.ensure(directory, "gtm");
        JsonWebKey older = keys(pair.privateSet()).getFirst();
        pair.rotate("gtm");
        PublicJsonWebKey kept = (PublicJsonWebKey) keys(pair.privateSet()).getLast();
        assertThat(kept.getPrivateKey()).isEqualTo(((PublicJsonWebKey) older).getPrivateKey());
    }

    @Test
    void eachKeyHasAnIdOfItsOwn() throws IOException, JoseException {
        NodeKeys pair = NodeKeys.ensure(directory, "gtm");
        pair.rotate("gtm");
        pair.rotate("gtm");
        assertThat(keys(pair.publicSet())).extracting(JsonWebKey::getKeyId).doesNotHaveDuplicates();
    }

    @Test
    void thePrivateSetIsItsOwnersAlone() throws IOException {
        NodeKeys pair = NodeKeys.ensure(directory, "gtm");
        pair.rotate("gtm");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pair.privateSet())))
                .isEqualTo("rw-------");
    }

    @Test
    void makesNoNewPairWhereOneOfTheFilesIsGone() throws IOException {
        NodeKeys pair = NodeKeys.ensure(directory, "gtm");
        String before = Files.readString(pair.privateSet());
        Files.delete(pair.publicSet());
        assertThatThrownBy(() -> NodeKeys.ensure(directory, "gtm"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("gtm-public.jwks");
        assertThat(Files.readString(pair.privateSet())).isEqualTo(before);
    }
}
