package org.puente.referral.capacity;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.Node;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.PlaceState;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralListener;

/** A referral that ends gives its place back; one that is waitlisted here is counted as waiting. */
@ApplicationScoped
@Priority(ReferralListener.CAPACITY)
class PlaceKeeping implements ReferralListener {
    private final Node node;
    private final CapacityLedger places;
    private final Clock clock;

    PlaceKeeping(Node node, CapacityLedger places, Clock clock) {
        this.node = node;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public Uni<Void> onChange(Mutiny.Session session, Referral referral, RecordedFact fact, ChangeOrigin origin) {
        return origin == ChangeOrigin.RECOVERED
                ? takeAgain(session, referral, fact.fact())
                        .chain(() -> settle(session, referral))
                        .invoke(() -> waitSince(referral, fact.fact()))
                : settle(session, referral);
    }

    /** A place that was given before the database was restored is counted again. */
    private Uni<Void> takeAgain(Mutiny.Session session, Referral referral, ReferralFact fact) {
        boolean given = fact instanceof ReferralFact.Accepted
                && isOfThisNode(referral)
                && !referral.status().isFinal();
        return !given || referral.place().isHeld()
                ? Uni.createFrom().voidItem()
                : places.takeAgain(session, referral.offerId(), referral.to().institution())
                        .invoke(referral.place()::take)
                        .replaceWithVoid();
    }

    private static void waitSince(Referral referral, ReferralFact fact) {
        if (referral.place().isWaiting() && fact instanceof ReferralFact.Waitlisted) {
            referral.place().startWaiting(fact.occurredAt());
        }
    }

    private Uni<Void> settle(Mutiny.Session session, Referral referral) {
        return settlePlace(session, referral).chain(() -> settleWaiting(session, referral));
    }

    private Uni<Void> settlePlace(Mutiny.Session session, Referral referral) {
        if (!referral.place().isHeld() || !referral.status().isFinal()) {
            return Uni.createFrom().voidItem();
        }
        referral.place().giveBack();
        return places.giveBack(session, referral.offerId(), referral.to().institution());
    }

    private Uni<Void> settleWaiting(Mutiny.Session session, Referral referral) {
        PlaceState place = referral.place();
        boolean waits = isOfThisNode(referral) && referral.status() == ReferralStatus.WAITLISTED;
        if (waits == place.isWaiting()) {
            return Uni.createFrom().voidItem();
        }
        if (waits) {
            place.startWaiting(clock.instant());
        } else {
            place.stopWaiting();
        }
        return places.waiting(session, referral.offerId(), referral.to().institution(), waits ? 1 : -1);
    }

    private boolean isOfThisNode(Referral referral) {
        return node.id().equals(referral.to().node());
    }
}
