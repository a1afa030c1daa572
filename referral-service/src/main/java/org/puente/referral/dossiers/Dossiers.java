package org.puente.referral.dossiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.CaseId;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.DossierId;
import org.puente.contracts.HouseholdId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralId;
import org.puente.platform.Node;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.BatchedInserts;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;

/** The sealed dossiers of this node. Only this class and {@link Resealing} open them. */
@ApplicationScoped
public class Dossiers {
    /**
     * The newest dossier of a node under an id, for a referral or case, stands. An erased dossier
     * stays erased: reception then seals the case under a new id.
     */
    private static final String KEEP = """
            insert into sealed_dossier
            (dossier_id, from_node, belongs_to, referral_id, case_id, kid, jwe, sealed_at)
            select distinct on ("dossierId", "from", belongs_to)
                   "dossierId", "from", coalesce("referralId", "caseId") as belongs_to,
                   "referralId", "caseId", kid, jwe, at
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 ("dossierId" uuid, "referralId" uuid, "caseId" uuid, "from" text, kid text,
                  jwe text, at timestamptz)
            order by "dossierId", "from", belongs_to, at desc
            on conflict (dossier_id, from_node, belongs_to) do update
            set kid = excluded.kid, jwe = excluded.jwe, sealed_at = excluded.sealed_at
            where sealed_dossier.sealed_at <= excluded.sealed_at
              and sealed_dossier.erased_at is null
            """;

    /** A part of a statement: {@link #newestOf} the case {@code given.case_id} at {@code given.node}, or no row. */
    public static final String NEWEST_OF_GIVEN = """
            select dossier_id, jwe from sealed_dossier
            where case_id = given.case_id and referral_id is null and from_node = given.node
            order by sealed_at desc limit 1
            """;

    private static final String RELATIVES = "relatives";

    /** Earlier work and studies: what a dossier holds of a person's skills beside the categories. */
    static final List<String> SKILLS_TOO = List.of("work", "studies");

    private final Node node;
    private final NodeKeys keys;
    private final BatchedInserts inserts;

    Dossiers(Node node, NodeKeys keys, BatchedInserts inserts) {
        this.node = node;
        this.keys = keys;
        this.inserts = inserts;
    }

    private record Row(
            DossierId dossierId,
            ReferralId referralId,
            CaseId caseId,
            NodeId from,
            String kid,
            String jwe,
            Instant at) {}

    /** Keeps the dossier, at the end of the unit of work: one that is erased in that unit stays erased. */
    public Uni<Void> keep(Mutiny.Session session, NodeId from, DossierFact.Sealed sealed) {
        Row row = new Row(
                sealed.dossierId(),
                sealed.referralId(),
                sealed.caseId(),
                from,
                sealed.kid(),
                sealed.jwe(),
                sealed.occurredAt());
        return inserts.add(session, KEEP, List.of(row));
    }

    /**
     * The dossier of a referral: the one that its issuer's node sealed for it, and no other.
     *
     * @return null where it has not come yet
     */
    public Uni<Dossier> find(Mutiny.Session session, Erasure.HeldDossier held) {
        return session.find(
                Dossier.class,
                new Dossier.Key(
                        held.dossier().value(),
                        held.sealedBy().value(),
                        held.referral().value()));
    }

    /**
     * @return the dossier of a case that reception sealed last; null where none has come yet
     */
    public Uni<Dossier> newestOf(Mutiny.Session session, CaseId caseId) {
        return session.createQuery(
                        "from Dossier where caseId = :caseId and referralId is null"
                                + " and fromNode = :node order by sealedAt desc",
                        Dossier.class)
                .setParameter("caseId", caseId.value())
                .setParameter("node", node.id().value())
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    /**
     * Opens dossiers that this node sealed for referrals of a case, as far as they have come here, stand and can be
     * opened.
     *
     * @return the newest first
     */
    public Uni<List<ObjectNode>> openSent(Mutiny.Session session, CaseId caseId, Collection<DossierId> ids) {
        return session.createQuery(
                        "from Dossier where caseId = :caseId and referralId is not null and fromNode = :node"
                                + " and dossierId in :ids order by sealedAt desc",
                        Dossier.class)
                .setParameter("caseId", caseId.value())
                .setParameter("node", node.id().value())
                .setParameter("ids", ids.stream().map(DossierId::value).toList())
                .getResultList()
                .map(found -> found.stream()
                        .map(this::openIfItStands)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /**
     * @return empty where the dossier is not sealed to a key that this node still has, or its
     *     contents are no JSON object
     */
    public Optional<ObjectNode> open(Dossier dossier) {
        try {
            return Json.mapper().readTree(Seal.open(dossier.jwe, keys.own())) instanceof ObjectNode fields
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (JsonProcessingException | Seal.SealBroken e) {
            return Optional.empty(); // the cause quotes the contents
        }
    }

    /**
     * As {@link #open}.
     *
     * @param dossier null for none
     * @return null where there is none, or it is erased or cannot be opened
     */
    public ObjectNode openIfItStands(Dossier dossier) {
        return dossier == null || dossier.isErased() ? null : open(dossier).orElse(null);
    }

    /**
     * Whether an opened dossier holds a field. Null and "" are no answer; false, 0 and an empty
     * list are ("no skills", "no profile"), but documents and phones need at least one entry. Who
     * has told of earlier work or of studies has told of skills.
     */
    public static boolean holds(ObjectNode dossier, DossierField field) {
        if (field == DossierField.SKILLS && SKILLS_TOO.stream().anyMatch(dossier::hasNonNull)) {
            return true;
        }
        JsonNode value = dossier.path(key(dossier, field));
        boolean none =
                value.isEmpty() && value.isArray() && (field == DossierField.DOCUMENTS || field == DossierField.PHONES);
        boolean blank = value.isTextual() && value.textValue().isBlank();
        return !value.isMissingNode() && !value.isNull() && !blank && !none;
    }

    /** Corrects the family's size in a dossier that was sealed when fewer of its people were known. */
    public static ObjectNode withHousehold(ObjectNode dossier, HouseholdId id, int known) {
        if (dossier.path(DossierField.HOUSEHOLD.code()) instanceof ObjectNode household
                && household.path("id").asText().equals(id.toString())
                && household.path("size").asInt() < known) {
            household.put("size", known);
        }
        return dossier;
    }

    /**
     * The part of an opened dossier that consists of some fields. What a referral seals and what its
     * preview shows is made by this method alone.
     */
    public static ObjectNode select(ObjectNode all, Collection<DossierField> fields) {
        ObjectNode some = Json.mapper().createObjectNode();
        for (DossierField field : fields) {
            for (String key : keys(all, field)) {
                some.set(key, all.get(key));
            }
        }
        return some;
    }

    /**
     * Seals to a recipient what {@link #select} gave.
     *
     * @throws Seal.KeyUnusable where nothing can be sealed to the key that the recipient's node
     *     published
     */
    public String sealFor(JsonWebKey recipient, ObjectNode selected) {
        return Seal.seal(selected.toString(), recipient);
    }

    /**
     * The names under which a dossier holds a field. Earlier work and studies belong to the skills
     * of a person, as far as they are known; how a person is contacted safely belongs to each field by
     * which they can be reached.
     */
    static List<String> keys(ObjectNode dossier, DossierField field) {
        List<String> names = new ArrayList<>(List.of(key(dossier, field)));
        if (field == DossierField.SKILLS) {
            names.addAll(SKILLS_TOO);
        }
        if (reachesPerson(dossier, field)) {
            names.add(DossierField.SAFE_CONTACT);
        }
        names.removeIf(name -> !dossier.hasNonNull(name));
        return names;
    }

    /** Whether who has the field can reach the person: a household may hold phones and places of relatives. */
    static boolean reachesPerson(ObjectNode dossier, DossierField field) {
        return field.reachesPerson()
                || field == DossierField.HOUSEHOLD
                        && !dossier.path(field.code()).path(RELATIVES).isEmpty();
    }

    /** Many arrive without papers: where no birth date is known, the age in years stands for it. */
    static String key(ObjectNode dossier, DossierField field) {
        return field == DossierField.BIRTH_DATE && !dossier.hasNonNull(field.code()) ? "ageYears" : field.code();
    }
}
