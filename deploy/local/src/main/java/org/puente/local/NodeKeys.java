package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Year;
import java.time.ZoneOffset;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A node's key pair for dossiers, as two files.
 *
 * @param publicSet JWK Set that the node publishes
 * @param privateSet JWK Set that opens what is sealed to the node
 */
record NodeKeys(Path publicSet, Path privateSet) {

    /** The pair in a directory; made if it isn't there. */
    static NodeKeys ensure(Path directory, String node) {
        NodeKeys keys =
                new NodeKeys(
                        directory.resolve(node + "-public.jwks"),
                        directory.resolve(node + "-private.jwks"));
        if (!Files.exists(keys.publicSet)) {
            keys.generate(node);
        }
        return keys;
    }

    private void generate(String node) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(node + "-" + Year.now(ZoneOffset.UTC));
            key.setUse(Use.ENCRYPTION);
            key.setAlgorithm(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
            JsonWebKeySet set = new JsonWebKeySet(key);
            Files.createDirectories(privateSet.getParent());
            Files.deleteIfExists(privateSet);
            Files.createFile(
                    privateSet,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(privateSet, set.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            Files.writeString(publicSet, set.toJson(OutputControlLevel.PUBLIC_ONLY));
        } catch (IOException | JoseException e) {
            throw new Refusal("Could not make the keys of " + node + ": " + e.getMessage(), e);
        }
    }
}
