package org.puente.reception.returns.dossiers;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.contracts.ErasureReason;
import org.puente.platform.Node;
import org.puente.platform.ids.Ids;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.sealing.Seal;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;

/**
 * Seals a person's data to the own node, and takes dossiers back: one dossier for referrals, and a
 * smaller one for visits. The key is read at start, so that a service without a key does not start;
 * a new key in the file is used for the next sealing.
 */
@ApplicationScoped
@Startup
public class Dossiers {
    private final Node node;
    private final NodeKeys keys;
    private final VisitFields visitFields;

    Dossiers(Node node, NodeKeys keys, VisitFields visitFields) {
        this.node = node;
        this.keys = keys;
        this.visitFields = visitFields;
        key(); // a node without a key must not seem to run
    }

    /**
     * The facts that bring the node's dossiers in line with the consents: a dossier is sealed anew,
     * or erased if it is no longer permitted; empty if there is nothing to do.
     *
     * @param why reason of the erasure
     */
    public List<Outgoing> follow(
            ReturnCase returnCase,
            Registration registration,
            int householdSize,
            PermittedPurposes permitted,
            ErasureReason why,
            Instant at) {
        List<Outgoing> facts = end(returnCase, permitted, why, at);
        if (isUnknown(registration)) {
            return facts; // a return that lost its person in a restore must not replace a dossier that stands
        }
        if (permitted.visits()) {
            facts.add(sealForVisits(returnCase, registration, householdSize, at));
        }
        if (permitted.referral()) {
            String text = Dossier.of(registration, householdSize);
            facts.add(seal(returnCase, text, ConsentPurpose.REFERRAL, at));
        }
        return facts;
    }

    /**
     * Dossiers of a new case, sealed before its transaction begins, since sealing takes long.
     *
     * @param householdSize that stands in them
     * @param visits for visits; null if no consent permits one
     * @param referral for referrals; null if no consent permits one
     */
    public record SealedAhead(int householdSize, String kid, String visits, String referral) {
        @Override
        public String toString() {
            return "SealedAhead[…]";
        }
    }

    public SealedAhead sealAhead(Registration registration, int householdSize, PermittedPurposes permitted) {
        JsonWebKey key = key();
        return new SealedAhead(
                householdSize,
                key.getKeyId(),
                permitted.visits()
                        ? sealed(
                                Dossier.forVisits(registration, householdSize, visitFields.all()),
                                ConsentPurpose.FOLLOW_UP,
                                key)
                        : null,
                permitted.referral()
                        ? sealed(Dossier.of(registration, householdSize), ConsentPurpose.REFERRAL, key)
                        : null);
    }

    /** Gives a new case the ids of its dossiers, so that it can be stored before {@link #publish} makes the facts. */
    public void begin(ReturnCase returnCase, SealedAhead sealed) {
        returnCase.visitDossierChecked();
        returnCase.setDossier(ConsentPurpose.FOLLOW_UP, sealed.visits() == null ? null : Ids.next());
        returnCase.setDossier(ConsentPurpose.REFERRAL, sealed.referral() == null ? null : Ids.next());
    }

    /** The facts of dossiers that were sealed ahead; their times are those of {@link #follow}. */
    public List<Outgoing> publish(ReturnCase returnCase, SealedAhead sealed, Instant at) {
        List<Outgoing> facts = new ArrayList<>();
        returnCase
                .dossier(ConsentPurpose.FOLLOW_UP)
                .ifPresent(id ->
                        facts.add(fact(returnCase, id, sealed.kid(), sealed.visits(), at.minus(1, ChronoUnit.MICROS))));
        returnCase
                .dossier(ConsentPurpose.REFERRAL)
                .ifPresent(id -> facts.add(fact(returnCase, id, sealed.kid(), sealed.referral(), at)));
        return facts;
    }

    /**
     * The facts that erase the dossiers that no consent permits any more; empty if there are none.
     * The id of an erased dossier is never used again.
     */
    public List<Outgoing> end(ReturnCase returnCase, PermittedPurposes permitted, ErasureReason why, Instant at) {
        List<Outgoing> facts = new ArrayList<>();
        if (!permitted.visits()) {
            returnCase.visitDossierChecked();
            erase(returnCase, ConsentPurpose.FOLLOW_UP, why, at).ifPresent(facts::add);
        }
        if (!permitted.referral()) {
            erase(returnCase, ConsentPurpose.REFERRAL, why, at).ifPresent(facts::add);
        }
        return facts;
    }

    /**
     * The fact of the dossier for visits. Its time is just before that of the dossier for
     * referrals: a release that doesn't know purposes uses the latest dossier of a case for its
     * referrals.
     */
    Outgoing sealForVisits(ReturnCase returnCase, Registration registration, int householdSize, Instant at) {
        returnCase.visitDossierChecked();
        String text = Dossier.forVisits(registration, householdSize, visitFields.all());
        Instant before = at.minus(1, ChronoUnit.MICROS);
        return seal(returnCase, text, ConsentPurpose.FOLLOW_UP, before);
    }

    /** Whether a restore has lost the person; then the desk has to enter the person again. */
    static boolean isUnknown(Registration registration) {
        return registration.person().lost();
    }

    private JsonWebKey key() {
        return Seal.newest(keys.published());
    }

    private Outgoing seal(ReturnCase returnCase, String text, ConsentPurpose purpose, Instant at) {
        UUID dossierId = returnCase.dossier(purpose).orElseGet(Ids::next);
        returnCase.setDossier(purpose, dossierId);
        JsonWebKey key = key();
        return fact(returnCase, dossierId, key.getKeyId(), sealed(text, purpose, key), at);
    }

    private static String sealed(String text, ConsentPurpose purpose, JsonWebKey key) {
        return Seal.seal(text.getBytes(StandardCharsets.UTF_8), Purpose.label(purpose), key);
    }

    private Outgoing fact(ReturnCase returnCase, UUID dossierId, String kid, String jwe, Instant at) {
        DossierFact sealed = new DossierFact.Sealed(
                new DossierId(dossierId), null, returnCase.id(), returnCase.owner(), at, node.id(), kid, jwe);
        return Outgoing.to(node.id(), sealed, at);
    }

    private Optional<Outgoing> erase(ReturnCase returnCase, ConsentPurpose purpose, ErasureReason why, Instant at) {
        Optional<UUID> dossier = returnCase.dossier(purpose);
        returnCase.setDossier(purpose, null);
        return dossier.map(id ->
                        new DossierFact.Erased(new DossierId(id), null, returnCase.id(), returnCase.owner(), at, why))
                .map(erased -> Outgoing.to(node.id(), erased, at));
    }
}
