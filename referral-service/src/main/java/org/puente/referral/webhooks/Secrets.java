package org.puente.referral.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;
import org.puente.platform.web.StoredResponse;

/** The secrets of webhooks, which are stored sealed to the node's own key. */
@ApplicationScoped
class Secrets {
    /** The field of an answer that shows a secret. */
    static final String FIELD = "secret";

    private final NodeKeys keys;

    Secrets(NodeKeys keys) {
        this.keys = keys;
    }

    String seal(String secret) {
        return Seal.seal(secret, Seal.newest(keys.published()));
    }

    /**
     * @throws Seal.SealBroken if the node no longer has the key
     */
    String open(String sealed) {
        return Seal.open(sealed, keys.own());
    }

    /**
     * The secret sealed to the node's newest key, so that an older key may be taken away.
     *
     * @return null where it is under that key already, or can't be opened
     */
    String renewed(String sealed) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setCompactSerialization(sealed);
            boolean newest = jwe.getKeyIdHeaderValue()
                    .equals(Seal.newest(keys.published()).getKeyId());
            return newest ? null : seal(open(sealed));
        } catch (JoseException | Seal.SealBroken e) {
            return null;
        }
    }

    /**
     * The answer with its secret opened. Answers are kept for repetitions of their request, and a
     * kept answer must not hold the secret itself.
     */
    StoredResponse shown(StoredResponse kept) {
        ObjectNode body = Json.read(kept.body(), ObjectNode.class);
        body.put(FIELD, open(body.get(FIELD).textValue()));
        return new StoredResponse(kept.status(), kept.location(), kept.etag(), body.toString());
    }
}
