package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FactType;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.Json;
import org.puente.platform.inbox.Received;

/** Facts of referrals whose {@code referral.issued} has not come yet; none is lost. */
@ApplicationScoped
class EarlyFacts {
    private static final String HOLD =
            "select 1 from pg_advisory_xact_lock(hashtextextended(:referralId, 0))";

    /**
     * Until the transaction ends nobody else begins the referral or puts a fact of it aside: so
     * none is put aside after what waits was taken.
     */
    Uni<Void> hold(Mutiny.Session session, ReferralId referral) {
        return session.createNativeQuery(HOLD, Integer.class)
                .setParameter("referralId", "puente.referral." + referral)
                .getSingleResult()
                .replaceWithVoid();
    }

    Uni<Void> keep(Mutiny.Session session, Received received, ReferralFact fact) {
        EarlyFact early = new EarlyFact();
        early.id = received.envelope().id();
        early.referralId = fact.referralId().value();
        early.sourceNode = received.topic().node().value();
        early.type = FactType.of(fact).type();
        early.fact = Json.write(fact);
        early.at = fact.occurredAt();
        return session.persist(early);
    }

    /** Hands over, and forgets, what waited for a referral. */
    Uni<List<EarlyFact>> take(Mutiny.Session session, ReferralId referral) {
        return session.createQuery(
                        "from EarlyFact where referralId = :referralId order by at",
                        EarlyFact.class)
                .setParameter("referralId", referral.value())
                .getResultList()
                .call(
                        all ->
                                all.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : session.removeAll(all.toArray()));
    }
}
