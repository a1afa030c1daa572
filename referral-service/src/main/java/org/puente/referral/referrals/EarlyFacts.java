package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FactType;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.Json;
import org.puente.platform.inbox.Received;

/** Facts of referrals whose {@code referral.issued} has not come yet; none is lost. */
@ApplicationScoped
class EarlyFacts {
    /** In one order, so that two who hold several don't wait for each other. */
    private static final String HOLD =
            """
            select count(*) from (
                select distinct hashtextextended('puente.referral.' || id, 0) as key
                from json_array_elements_text(cast(cast(:ids as text) as json)) as id
                order by key) as keys, pg_advisory_xact_lock(key)
            """;

    /**
     * Until the transaction ends nobody else begins the referrals or puts a fact of them aside: so
     * none is put aside after what waits was taken.
     */
    Uni<Void> hold(Mutiny.Session session, Set<ReferralId> referrals) {
        return session.createNativeQuery(HOLD, Long.class)
                .setParameter("ids", Json.write(referrals))
                .getSingleResult()
                .replaceWithVoid();
    }

    Uni<EarlyFact> keep(Mutiny.Session session, Received received, ReferralFact fact) {
        EarlyFact early = new EarlyFact();
        early.id = received.envelope().id();
        early.referralId = fact.referralId().value();
        early.sourceNode = received.topic().node().value();
        early.type = FactType.of(fact).type();
        early.fact = Json.write(fact);
        early.at = fact.occurredAt();
        return session.persist(early).replaceWith(early);
    }

    /** What waits for referrals, oldest first. */
    Uni<List<EarlyFact>> of(Mutiny.Session session, Set<ReferralId> referrals) {
        return session.createQuery(
                        "from EarlyFact where referralId in :ids order by at", EarlyFact.class)
                .setParameter("ids", referrals.stream().map(ReferralId::value).toList())
                .getResultList();
    }

    Uni<Void> forget(Mutiny.Session session, List<EarlyFact> facts) {
        return facts.isEmpty() ? Uni.createFrom().voidItem() : session.removeAll(facts.toArray());
    }
}
