package org.puente.referral.capacity;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.Side;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.clock.Chore;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralChanges;
import org.puente.referral.referrals.Referrals;

/**
 * The referrals that wait for a place of this node's offers: the more urgent first, then those that
 * have waited longer. Each tick of the clock gives free places to the next ones.
 */
@ApplicationScoped
@Priority(Chore.FREED_PLACES)
class WaitingList implements Chore {
    private static final int MAX = 50;

    private final Referrals referrals;
    private final CapacityLedger places;
    private final ReferralChanges changes;
    private final Clock clock;

    WaitingList(Referrals referrals, CapacityLedger places, ReferralChanges changes, Clock clock) {
        this.referrals = referrals;
        this.places = places;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "freed places";
    }

    @Override
    public String isDue() {
        return CapacityLedger.ANY_FREE_WITH_WAITING;
    }

    /** Gives free places to those who wait for them; publishes {@code accepted} for each. */
    @Override
    public Uni<Void> run(Mutiny.Session session) {
        return places.freeWithWaiting(session, MAX)
                .chain(free -> Sequential.each(free, offer -> offerNext(session, offer, MAX)));
    }

    private Uni<Void> offerNext(Mutiny.Session session, OfferId offer, int max) {
        return referrals
                .takeNextWaiting(session, offer)
                .chain(next -> next == null || max == 0
                        ? Uni.createFrom().voidItem()
                        : accept(session, next).chain(() -> offerNext(session, offer, max - 1)))
                .onFailure(ReferralChanges.NoPlace.class)
                .recoverWithNull();
    }

    private Uni<Void> accept(Mutiny.Session session, Referral referral) {
        return changes.add(
                        session,
                        referral,
                        Side.RECIPIENT,
                        new ReferralFact.Accepted(
                                referral.id(), referral.caseId(), referral.to().institution(), clock.instant()))
                .replaceWithVoid();
    }
}
