package org.puente.referral.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/**
 * Facts of referrals whose {@code referral.issued} has not come yet. They wait by their sender and
 * receiver: where several nodes use one id, each fact finds its own referral. Any node may publish
 * facts of a referral that does not exist, so their number for each node is limited, and their
 * time.
 */
@ApplicationScoped
class EarlyFacts {
    private static final Logger LOG = Logger.getLogger(EarlyFacts.class);

    private static final String KEEP = """
            insert into early_fact (id, referral_id, source_node, to_node, type, fact, at)
            select id, "referralId", "sourceNode", "to", type, json, at
            from json_to_record(cast(cast(:row as text) as json)) as
                 (id uuid, "referralId" uuid, "sourceNode" text, "to" text, type text, json text,
                  at timestamptz)
            on conflict do nothing
            """;

    /** A count of the facts that wait is good enough for so long. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String READ = """
            select cast(json_build_object('id', id, 'referralId', referral_id,
                'sourceNode', source_node, 'to', to_node, 'type', type, 'json', fact,
                'at', at) as text)
            from early_fact where referral_id in
                (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            order by early_fact.at, id
            """;

    private static final String FORGET = """
            delete from early_fact e
            using json_to_recordset(cast(cast(:facts as text) as json)) as
                 fact (id uuid, "sourceNode" text)
            where e.id = fact.id and e.source_node = fact."sourceNode"
            """;

    private static final String FORGET_OLDER = """
            delete from early_fact where (id, source_node) in
                (select id, source_node from early_fact where came_at < :until limit :max)
            """;

    /** Locks in one order, so that two transactions with several referrals cannot deadlock. */
    private static final String HOLD = """
            select count(*) from (
                select distinct hashtextextended('puente.referral.' || id, 0) as key
                from json_array_elements_text(cast(cast(:ids as text) as json)) as id
                order by key) as keys, pg_advisory_xact_lock(key)
            """;

    private record Count(long waiting, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH.toNanos();
        }
    }

    private final Node node;
    private final int max;
    private final Map<NodeId, Count> counts = new ConcurrentHashMap<>();

    /**
     * @param max about how many facts of one node may wait at a time; this node has no such limit
     */
    EarlyFacts(Node node, @ConfigProperty(name = "puente.policy.early-facts-most") int max) {
        this.node = node;
        this.max = max;
    }

    /**
     * Locks these referrals until the transaction ends. Meanwhile no other transaction begins one of
     * them or keeps an early fact of one: else a fact that is kept just after {@link #of} has read
     * them would wait for ever.
     */
    Uni<Void> hold(Mutiny.Session session, Set<ReferralId> referrals) {
        return session.createNativeQuery(HOLD, Long.class)
                .setParameter("ids", Json.write(referrals))
                .getSingleResult()
                .replaceWithVoid();
    }

    /**
     * @throws FactRefused where too many facts of the same node wait already
     */
    Uni<EarlyFact> keep(Mutiny.Session session, Received received, ReferralFact fact) {
        EarlyFact early = EarlyFact.of(received, fact);
        return mustHaveRoom(session, early.sourceNode())
                .chain(() -> session.createNativeQuery(KEEP)
                        .setParameter("row", Json.write(early))
                        .executeUpdate())
                .replaceWith(early);
    }

    private Uni<Void> mustHaveRoom(Mutiny.Session session, NodeId source) {
        return source.equals(node.id())
                ? Uni.createFrom().voidItem()
                : count(session, source)
                        .invoke(count -> {
                            if (count.waiting >= max) {
                                throw new FactRefused(
                                        "too-many-early", "too many facts of its node wait for referrals");
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Count> count(Mutiny.Session session, NodeId source) {
        Count last = counts.get(source);
        return last != null && last.isFresh()
                ? Uni.createFrom().item(last)
                : session.createNativeQuery("select count(*) from early_fact where source_node = :source", Long.class)
                        .setParameter("source", source.value())
                        .getSingleResult()
                        .map(waiting -> new Count(waiting, System.nanoTime()))
                        .invoke(count -> counts.put(source, count));
    }

    /** The facts that wait for referrals and are of known types, oldest first. */
    Uni<List<EarlyFact>> of(Mutiny.Session session, Set<ReferralId> referrals) {
        return referrals.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(READ, String.class)
                        .setParameter("ids", Json.write(referrals))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(EarlyFacts::read)
                                .filter(EarlyFact::isKnown)
                                .toList());
    }

    private static EarlyFact read(String row) {
        return Json.read(row, EarlyFact.class);
    }

    Uni<Void> forget(Mutiny.Session session, List<EarlyFact> facts) {
        return facts.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(FORGET)
                        .setParameter("facts", Json.write(facts))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Drops at most {@code max} facts that came before {@code until}, and returns how many. */
    Uni<Integer> forgetOlder(Mutiny.Session session, Instant until, int max) {
        return session.createNativeQuery(FORGET_OLDER)
                .setParameter("until", until)
                .setParameter("max", max)
                .executeUpdate()
                .invoke(EarlyFacts::report);
    }

    private static void report(int dropped) {
        if (dropped > 0) {
            LOG.warnf("%d facts were dropped: their referrals have never come", dropped);
        }
    }
}
