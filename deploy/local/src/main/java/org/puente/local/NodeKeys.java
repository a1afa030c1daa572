package org.puente.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
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
public record NodeKeys(Path publicSet, Path privateSet) {

    /**
     * The pair in a directory; made if nothing of it is there.
     *
     * @throws Refusal if one of the two files is gone: a new pair would open nothing that was sealed to the old
     */
    public static NodeKeys ensure(Path directory, String node) {
        NodeKeys keys =
                new NodeKeys(directory.resolve(node + "-public.jwks"), directory.resolve(node + "-private.jwks"));
        boolean isPublic = Files.exists(keys.publicSet);
        boolean isPrivate = Files.exists(keys.privateSet);
        if (isPublic != isPrivate) {
            throw new Refusal("Of the keys of %s one file is gone: %s. Put it back from a backup."
                    .formatted(node, isPublic ? keys.privateSet : keys.publicSet));
        }
        if (!isPublic) {
            keys.generate(node);
        }
        return keys;
    }

    private void generate(String node) {
        try {
            Files.createDirectories(privateSet.getParent());
            write(List.of(key(node + "-" + Year.now(ZoneOffset.UTC))));
        } catch (IOException | JoseException e) {
            throw new Refusal("Could not make the keys of " + node + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts a new key before the others: it is the one that is sealed to from now on. The older ones
     * stay, to open what was sealed to them.
     *
     * @return the new key's id
     */
    String rotate(String node) {
        try {
            List<JsonWebKey> keys = new ArrayList<>();
            List<JsonWebKey> older = new JsonWebKeySet(Files.readString(privateSet)).getJsonWebKeys();
            keys.add(key(node + "-" + Year.now(ZoneOffset.UTC) + "-" + (older.size() + 1)));
            keys.addAll(older);
            write(keys);
            return keys.getFirst().getKeyId();
        } catch (IOException | JoseException e) {
            throw new Refusal("Could not rotate the keys of " + node + ": " + e.getMessage(), e);
        }
    }

    private static JsonWebKey key(String id) throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        key.setUse(Use.ENCRYPTION);
        key.setAlgorithm(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
        return key;
    }

    /** The private set first: nobody may seal to a key that cannot be opened yet. */
    private void write(List<JsonWebKey> keys) throws IOException {
        JsonWebKeySet set = new JsonWebKeySet(keys);
        PrivateFile.replace(privateSet, set.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        PrivateFile.replace(publicSet, set.toJson(OutputControlLevel.PUBLIC_ONLY));
    }
}
