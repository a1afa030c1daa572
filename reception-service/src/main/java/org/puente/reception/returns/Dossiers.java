package org.puente.reception.returns;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.platform.Ids;
import org.puente.platform.Node;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;

/**
 * Seals what reception holds of a person to its own node, and takes it back. The key is read once,
 * so that a service whose key is missing does not start; a new key is taken up by a restart.
 */
@ApplicationScoped
@Startup
class Dossiers {
    private final Node node;
    private final NodeKeys keys;

    Dossiers(Node node, NodeKeys keys) {
        this.node = node;
        this.keys = keys;
        key(); // a node without one must not seem to run
    }

    /**
     * The facts that bring the node's dossier in line with what consent lets it hold: sealed anew,
     * or erased, or nothing where there was none.
     *
     * @param permitted whether a consent lets the person be referred
     * @param why ground of the erasure
     */
    List<Outgoing> follow(
            ReturnCase it,
            Registration registration,
            int householdSize,
            boolean permitted,
            ErasureReason why,
            Instant at) {
        return permitted ? List.of(seal(it, registration, householdSize, at)) : end(it, why, at);
    }

    /** The fact that takes the node's dossier back; nothing where there is none. */
    List<Outgoing> end(ReturnCase it, ErasureReason why, Instant at) {
        return it.dossierId == null ? List.of() : List.of(erase(it, why, at));
    }

    private JsonWebKey key() {
        return Seal.newest(keys.published());
    }

    private Outgoing seal(ReturnCase it, Registration registration, int householdSize, Instant at) {
        if (it.dossierId == null) {
            it.dossierId = Ids.next();
        }
        JsonWebKey key = key();
        DossierFact sealed =
                new DossierFact.Sealed(
                        new DossierId(it.dossierId),
                        null,
                        it.id(),
                        it.owner(),
                        at,
                        node.id(),
                        key.getKeyId(),
                        Seal.seal(Dossier.of(registration, householdSize), key));
        return Outgoing.to(node.id(), sealed, at);
    }

    /** An erased dossier's id is never used again. */
    private Outgoing erase(ReturnCase it, ErasureReason why, Instant at) {
        DossierFact erased =
                new DossierFact.Erased(
                        new DossierId(it.dossierId), null, it.id(), it.owner(), at, why);
        it.dossierId = null;
        return Outgoing.to(node.id(), erased, at);
    }
}
