package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys with which a node signs certificates, as a file.
 *
 * @param set private JWK Set, newest first; of the keys before the newest it has the public part
 */
public record SigningKeys(Path set) {

    /** The keys in a directory; made if they are not there. */
    public static SigningKeys ensure(Path directory, String node) {
        SigningKeys keys = new SigningKeys(directory.resolve(node + "-signing.jwks"));
        try {
            if (!Files.exists(keys.set)) {
                Files.createDirectories(directory);
                keys.write(List.of(privately(key(id(node)))));
            }
        } catch (IOException | JoseException e) {
            throw new Refusal("Could not make the signing key of " + node + ": " + e.getMessage(), e);
        }
        return keys;
    }

    /**
     * Puts a new key before the others. What the others have signed can still be verified; nobody
     * signs with them any more.
     *
     * @return the new key's id
     */
    String rotate(String node) {
        try {
            List<JsonWebKey> older = new JsonWebKeySet(Files.readString(set)).getJsonWebKeys();
            String id = id(node) + "-" + (older.size() + 1);
            List<Map<String, Object>> keys = new ArrayList<>();
            keys.add(privately(key(id)));
            older.forEach(key -> keys.add(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
            write(keys);
            return id;
        } catch (IOException | JoseException e) {
            throw new Refusal("Could not rotate the signing key of " + node + ": " + e.getMessage(), e);
        }
    }

    private static String id(String node) {
        return node + "-sign-" + Year.now(ZoneOffset.UTC);
    }

    private static JsonWebKey key(String id) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        key.setUse(Use.SIGNATURE);
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return key;
    }

    private static Map<String, Object> privately(JsonWebKey key) {
        return key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private void write(List<Map<String, Object>> keys) throws IOException {
        List<JsonWebKey> set = new ArrayList<>();
        try {
            for (Map<String, Object> key : keys) {
                set.add(JsonWebKey.Factory.newJwk(key));
            }
        } catch (JoseException e) {
            throw new IOException(e);
        }
        PrivateFile.replace(this.set, new JsonWebKeySet(set).toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }
}
