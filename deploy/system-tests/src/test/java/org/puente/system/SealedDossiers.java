package org.puente.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** What is sealed to a node, opened as only that node can. */
final class SealedDossiers {
    private SealedDossiers() {}

    /**
     * @param data where the region keeps the nodes' keys
     * @throws JoseException if it is sealed to another
     */
    static String open(String jwe, Path data, String node) throws IOException, JoseException {
        try (Stream<Path> files = Files.walk(data)) {
            Path file = files.filter(path -> path.endsWith(node + "-private.jwks"))
                    .findFirst()
                    .orElseThrow();
            JsonWebKey key =
                    new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().getFirst();
            JsonWebEncryption sealed = new JsonWebEncryption();
            sealed.setCompactSerialization(jwe);
            sealed.setKey(((PublicJsonWebKey) key).getPrivateKey());
            return sealed.getPayload();
        }
    }
}
