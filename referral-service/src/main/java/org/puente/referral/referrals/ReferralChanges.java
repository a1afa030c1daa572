package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Decision;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.Ids;
import org.puente.platform.KeyedIds;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.referral.box.Boxes;
import org.puente.referral.places.CapacityLedger;

/** Says things of referrals on behalf of this node. */
@ApplicationScoped
class ReferralChanges {
    private final Outbox outbox;
    private final CapacityLedger places;
    private final Consequences consequences;
    private final Boxes boxes;
    private final KeyedIds ids;
    private final Clock clock;

    ReferralChanges(
            Outbox outbox, CapacityLedger places, Consequences consequences, Boxes boxes, KeyedIds ids, Clock clock) {
        this.outbox = outbox;
        this.places = places;
        this.consequences = consequences;
        this.boxes = boxes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Says a fact if the status permits it, and tells the other side in the same transaction.
     *
     * @return what came of it; fails with {@link NoPlace} where every place of the offer is taken
     */
    Uni<Decision> say(Mutiny.Session session, Referral referral, Side side, ReferralFact fact) {
        return say(session, referral, new RecordedFact(Ids.next(), side, fact));
    }

    /**
     * As {@link #say}, of what no person decides and a side says once at most: under an id that
     * comes out the same should a restored database have forgotten it.
     */
    Uni<Decision> sayByItself(Mutiny.Session session, Referral referral, Side side, ReferralFact fact) {
        return say(session, referral, byItself(side, fact));
    }

    /** What is said once, and by no person. */
    RecordedFact byItself(Side side, ReferralFact fact) {
        return new RecordedFact(ids.of(FactType.of(fact).type(), fact.referralId(), side.name()), side, fact);
    }

    private Uni<Decision> say(Mutiny.Session session, Referral referral, RecordedFact said) {
        Decision decision = referral.history().decide(said.step());
        if (!(decision instanceof Decision.Permitted)) {
            return Uni.createFrom().item(decision);
        }
        return reserve(session, referral, said.fact())
                .chain(() -> tell(session, referral, said))
                .replaceWith(decision);
    }

    /** Adds a fact that this side must say whatever the status, and tells the other side. */
    Uni<Void> tell(Mutiny.Session session, Referral referral, RecordedFact said) {
        Instant now = clock.instant();
        referral.hear(said, now);
        NodeId other = said.side() == Side.ISSUER
                ? referral.to().node()
                : referral.from().node();
        return outbox.add(session, new Outgoing(said.id(), said.fact(), other, now))
                .chain(() -> boxes.note(session, referral.news(said)))
                .chain(() -> consequences.of(session, referral, said.fact()));
    }

    private Uni<Void> reserve(Mutiny.Session session, Referral referral, ReferralFact fact) {
        if (fact.step() != ReferralStatus.ACCEPTED) {
            return Uni.createFrom().voidItem();
        }
        return places.take(session, referral.offerId(), referral.to().institution())
                .invoke(taken -> {
                    switch (taken) {
                        case PLACE -> referral.holdsPlace = true;
                        case UNLIMITED -> referral.holdsPlace = false;
                        case NONE -> throw new NoPlace();
                    }
                })
                .replaceWithVoid();
    }

    /** Every place of the offer is taken. */
    static final class NoPlace extends RuntimeException {
        NoPlace() {
            super("no place is free");
        }
    }
}
