package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.Node;
import org.puente.referral.dossiers.Erasing;
import org.puente.referral.places.CapacityLedger;

/** What follows here from a new fact of a referral, whichever side said it. */
@ApplicationScoped
class Consequences {
    private final Node node;
    private final CapacityLedger places;
    private final Erasing erasing;
    private final Redirects redirects;
    private final Clock clock;

    Consequences(Node node, CapacityLedger places, Erasing erasing, Redirects redirects, Clock clock) {
        this.node = node;
        this.places = places;
        this.erasing = erasing;
        this.redirects = redirects;
        this.clock = clock;
    }

    Uni<Void> of(Mutiny.Session session, Referral referral, ReferralFact fact) {
        return settle(session, referral).chain(() -> follow(session, referral, fact));
    }

    /**
     * As {@link #of}, of what this node had said before its database was restored to an earlier
     * state. What it issued in consequence comes back by itself; the place that it gave is given.
     */
    Uni<Void> again(Mutiny.Session session, Referral referral, ReferralFact fact) {
        return giveAgain(session, referral, fact)
                .chain(() -> fact instanceof ReferralFact.Redirected
                        ? settle(session, referral)
                        : of(session, referral, fact))
                .invoke(() -> {
                    if (referral.waits && fact instanceof ReferralFact.Waitlisted) {
                        referral.waitsSince = fact.occurredAt();
                    }
                });
    }

    private Uni<Void> giveAgain(Mutiny.Session session, Referral referral, ReferralFact fact) {
        boolean given = fact instanceof ReferralFact.Accepted
                && node.id().equals(referral.to().node())
                && !referral.status().isFinal();
        return !given || referral.holdsPlace
                ? Uni.createFrom().voidItem()
                : places.takeAgain(session, referral.offerId(), referral.to().institution())
                        .invoke(limited -> referral.holdsPlace = limited)
                        .replaceWithVoid();
    }

    private Uni<Void> settle(Mutiny.Session session, Referral referral) {
        return settlePlace(session, referral).chain(() -> settleWaiting(session, referral));
    }

    private Uni<Void> settlePlace(Mutiny.Session session, Referral referral) {
        if (!referral.holdsPlace || !referral.status().isFinal()) {
            return Uni.createFrom().voidItem();
        }
        referral.holdsPlace = false;
        return places.giveBack(session, referral.offerId(), referral.to().institution());
    }

    private Uni<Void> settleWaiting(Mutiny.Session session, Referral referral) {
        boolean waits = node.id().equals(referral.to().node()) && referral.status() == ReferralStatus.WAITLISTED;
        if (waits == referral.waits) {
            return Uni.createFrom().voidItem();
        }
        referral.waits = waits;
        referral.waitsSince = waits ? clock.instant() : null;
        return places.waiting(session, referral.offerId(), referral.to().institution(), waits ? 1 : -1);
    }

    private Uni<Void> follow(Mutiny.Session session, Referral referral, ReferralFact fact) {
        boolean recipient = node.id().equals(referral.to().node());
        boolean issuer = node.id().equals(referral.from().node());
        return switch (fact) {
            case ReferralFact.Withdrawn withdrawn
            when recipient && withdrawn.reason() == WithdrawalReason.CONSENT_WITHDRAWN ->
                erasing.erase(session, referral.held(), ErasureReason.CONSENT_WITHDRAWN);
            case ReferralFact.Redirected redirected
            when issuer && referral.status() == ReferralStatus.REDIRECTED ->
                redirects.follow(session, referral, redirected);
            default -> Uni.createFrom().voidItem();
        };
    }
}
