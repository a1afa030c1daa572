package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.ConsentId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.Node;
import org.puente.platform.json.Json;

/** The referrals that this node issued, and those that are addressed to it. */
@ApplicationScoped
public class Referrals {
    /** A condition of a statement: whether anybody was referred by the consent {@code kept.consent_id}. */
    public static final String ANY_UNDER_KEPT =
            "exists (select from referral where referral.consent_id = kept.consent_id)";

    /**
     * A condition of a statement: whether the node {@code given.node} has referred the case {@code given.case_id} to
     * the offer {@code given.offer} of the node {@code offer.node}, and that referral is neither final nor expired.
     */
    public static final String IS_OPEN = """
            exists (select from referral
                    where case_id = given.case_id and offer_id = given.offer
                      and to_node = offer.node and from_node = given.node and status in (%s))
            """.formatted(Stream.of(ReferralStatus.values())
            .filter(status -> !status.isFinal() && status != ReferralStatus.EXPIRED)
            .map(status -> "'" + status.code() + "'")
            .collect(Collectors.joining(", ")));

    private static final String KNOWN = """
            select cast(f.fact as uuid)
            from json_each_text(cast(cast(:facts as text) as json)) as f (fact, referral)
            join referral r on r.referral_id = cast(f.referral as uuid)
                            or r.wire_id = cast(f.referral as uuid)
            where position(f.fact in r.said) > 0
            """;

    /** The columns of the entity, by name: a later release may add some to the table. */
    private static final String COLUMNS =
            "referral_id, wire_id, case_id, part_of, offer_id, from_node, from_institution,"
                    + " to_node, to_institution, priority, answer_by, consent_id, dossier_id, status,"
                    + " said, issued_at, modified_at, final_at, holds_place, waits, waits_since,"
                    + " queue_position, queued_at, remind_at, reminded_at, answered, version, fields,"
                    + " sent_marks, case_owner, waiting";

    /** Conditions of the clock: whether {@link #takeToRemind} or {@link #takeUnanswered} would find any. */
    public static final String ANY_TO_REMIND = """
            exists (select from referral where status in ('issued', 'acknowledged')
                    and reminded_at is null and remind_at <= given.now
                    and answer_by > given.now and from_node = given.node)
            """;

    public static final String ANY_UNANSWERED = """
            exists (select from referral where status in ('issued', 'acknowledged')
                    and answer_by < given.now and from_node = given.node)
            """;

    private final Node node;

    Referrals(Node node) {
        this.node = node;
    }

    /**
     * @return null where there is no such referral
     */
    public Uni<Referral> find(Mutiny.Session session, ReferralId id) {
        return session.find(Referral.class, id.value());
    }

    /**
     * The consent that a referral goes by, without a lock on the referral.
     *
     * @return null where there is no such referral
     */
    public Uni<ConsentId> consentOf(Mutiny.Session session, ReferralId id) {
        return session.createNativeQuery("select consent_id from referral where referral_id = :id", UUID.class)
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .map(consent -> consent == null ? null : new ConsentId(consent));
    }

    /** As {@link #find}, and no other transaction changes it until this one ends. */
    public Uni<Referral> hold(Mutiny.Session session, ReferralId id) {
        return session.find(Referral.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** As {@link #hold}, by the ids that the participants know; several referrals may have one id. */
    public Uni<List<Referral>> hold(Mutiny.Session session, Set<ReferralId> ids) {
        return session.createQuery(
                        "from Referral where referralId in :ids or wireId in :ids" + " order by referralId",
                        Referral.class)
                .setParameter("ids", ids.stream().map(ReferralId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * The facts that are recorded on their referrals already.
     *
     * @param referrals by the id of the fact
     */
    public Uni<Set<UUID>> known(Mutiny.Session session, Map<UUID, ReferralId> referrals) {
        return session.createNativeQuery(KNOWN, UUID.class)
                .setParameter("facts", Json.write(referrals))
                .getResultList()
                .map(Set::copyOf);
    }

    /**
     * @param ids of the referrals at this node
     */
    public Uni<List<Referral>> all(Mutiny.Session session, List<UUID> ids) {
        return session.createQuery("from Referral where referralId in (:ids)", Referral.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** All referrals of this node that go by a consent, locked until the transaction ends. */
    public Uni<List<Referral>> holdUnder(Mutiny.Session session, ConsentId consent) {
        return holdUnder(session, List.of(consent));
    }

    /** As {@link #holdUnder}, for several consents. */
    public Uni<List<Referral>> holdUnder(Mutiny.Session session, List<ConsentId> consents) {
        return session.createQuery(
                        "from Referral where consentId in :consents and fromNode = :node" + " order by id",
                        Referral.class)
                .setParameter(
                        "consents", consents.stream().map(ConsentId::value).toList())
                .setParameter("node", node.id().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Locks some of this node's referrals whose deadline is over without an answer; skips locked ones. */
    public Uni<List<Referral>> takeUnanswered(Mutiny.Session session, Instant now, int max) {
        return session.createNativeQuery(
                        "select "
                                + COLUMNS
                                + " from referral where status in ('issued', 'acknowledged')"
                                + " and answer_by < :now and from_node = :node"
                                + " order by answer_by limit :max for update skip locked",
                        Referral.class)
                .setParameter("now", now)
                .setParameter("node", node.id().value())
                .setParameter("max", max)
                .getResultList();
    }

    /** Locks some of this node's referrals whose recipient is to be reminded; skips locked ones. */
    public Uni<List<Referral>> takeToRemind(Mutiny.Session session, Instant now, int max) {
        return session.createNativeQuery(
                        "select "
                                + COLUMNS
                                + " from referral where status in ('issued', 'acknowledged')"
                                + " and reminded_at is null and remind_at <= :now"
                                + " and answer_by > :now and from_node = :node"
                                + " order by remind_at limit :max for update skip locked",
                        Referral.class)
                .setParameter("now", now)
                .setParameter("node", node.id().value())
                .setParameter("max", max)
                .getResultList();
    }

    /**
     * Locks the referral that is next for a place of an offer of this node; skips locked ones.
     *
     * @return null where none waits
     */
    public Uni<Referral> takeNextWaiting(Mutiny.Session session, OfferId offer) {
        return waiting(session, offer, "limit 1 for update skip locked").getSingleResultOrNull();
    }

    /** Locks all referrals that wait for a place of an offer of this node, in their order. */
    public Uni<List<Referral>> holdWaiting(Mutiny.Session session, OfferId offer) {
        return waiting(session, offer, "for update").getResultList();
    }

    private Mutiny.SelectionQuery<Referral> waiting(Mutiny.Session session, OfferId offer, String end) {
        return session.createNativeQuery(
                        "select "
                                + COLUMNS
                                + " from referral where waits and offer_id = :offerId"
                                + " order by case priority when 'emergency' then 0"
                                + " when 'urgent' then 1 else 2 end, waits_since, referral_id "
                                + end,
                        Referral.class)
                .setParameter("offerId", offer.value());
    }

    /** Whether a protection authority has taken on the child of a case (docs/glossary.md). */
    public Uni<Boolean> isProtected(Mutiny.Session session, CaseId caseId) {
        return session.createNativeQuery(
                        "select count(*) from referral r join offer_standing o"
                                + " on o.id = r.offer_id and o.node = r.to_node"
                                + " where r.case_id = :caseId and r.from_node = :node"
                                + " and r.status in ('accepted',"
                                + " 'scheduled', 'missed', 'started', 'delivered')"
                                + " and o.category = :category",
                        Long.class)
                .setParameter("caseId", caseId.value())
                .setParameter("node", node.id().value())
                .setParameter("category", ChildAlone.CHILD_PROTECTION)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** The referrals that this node issued as part of another, by their offer. */
    public Uni<Map<OfferId, ReferralId>> partOf(Mutiny.Session session, ReferralId id) {
        return session.createQuery("from Referral where partOf = :id and fromNode = :node", Referral.class)
                .setParameter("id", id.value())
                .setParameter("node", node.id().value())
                .getResultList()
                .map(all -> all.stream()
                        .collect(Collectors.toMap(Referral::offerId, Referral::id, (first, later) -> later)));
    }

    /** The referrals of a case that this node's institutions issued, oldest first. */
    public Uni<List<Referral>> ofCase(Mutiny.Session session, CaseId caseId) {
        return session.createQuery(
                        "from Referral where caseId = :caseId and fromNode = :node" + " order by issuedAt, id",
                        Referral.class)
                .setParameter("caseId", caseId.value())
                .setParameter("node", node.id().value())
                .getResultList();
    }

    /** The referrals of a case that one institution of this node issued, oldest first. */
    public Uni<List<Referral>> ofCase(Mutiny.Session session, CaseId caseId, InstitutionId institution) {
        return session.createQuery(
                        "from Referral where caseId = :caseId and fromNode = :node"
                                + " and fromInstitution = :institution order by issuedAt, id",
                        Referral.class)
                .setParameter("caseId", caseId.value())
                .setParameter("node", node.id().value())
                .setParameter("institution", institution.value())
                .getResultList();
    }

    /**
     * Whether this node referred a case to an institution of its own, and that referral was not
     * declined, redirected, cancelled or withdrawn. A referral by another node gives no access to
     * the case.
     */
    public Uni<Boolean> isKnownTo(Mutiny.Session session, CaseId caseId, InstitutionId institution) {
        return session.createQuery(
                        "select count(*) from Referral where caseId = :caseId and toNode = :node"
                                + " and fromNode = :node and toInstitution = :institution"
                                + " and facts.status not in"
                                + " ('declined', 'redirected', 'cancelled', 'withdrawn')",
                        Long.class)
                .setParameter("caseId", caseId.value())
                .setParameter("node", node.id().value())
                .setParameter("institution", institution.value())
                .getSingleResult()
                .map(count -> count > 0);
    }
}
