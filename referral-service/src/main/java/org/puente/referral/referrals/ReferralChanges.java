package org.puente.referral.referrals;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Decision;
import org.puente.contracts.FactType;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.Side;
import org.puente.platform.ids.Ids;
import org.puente.platform.ids.KeyedIds;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.capacity.CapacityLedger;

/**
 * Every step of a referral goes this way, whether a caller, the wire, the clock or a rule brings
 * it. In one transaction the fact is recorded on the referral, is published if this node decided
 * it, and is handed to each {@link ReferralListener}. A note that is received is recorded and
 * handed to them too.
 *
 * <p>Three changes don't need it, since no feature acts on them: notes that this node publishes go
 * to the outbox many at a time; the consent that a referral goes by, and a redirect that waits for
 * the case owner, are known to the issuer's node alone ({@link Referral#goOnUnder}, {@link
 * Referral#await}).
 */
@ApplicationScoped
public class ReferralChanges {
    private final Outbox outbox;
    private final CapacityLedger places;
    private final List<ReferralListener> listeners;
    private final KeyedIds ids;
    private final Clock clock;

    ReferralChanges(
            Outbox outbox, CapacityLedger places, @All List<ReferralListener> listeners, KeyedIds ids, Clock clock) {
        this.outbox = outbox;
        this.places = places;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a fact of this node if the status permits it.
     *
     * @return the decision; fails with {@link NoPlace} where no place of the offer is free
     */
    public Uni<Decision> add(Mutiny.Session session, Referral referral, Side side, ReferralFact fact) {
        return add(session, referral, new RecordedFact(Ids.next(), side, fact));
    }

    /**
     * As {@link #add}, for a fact that no person decides and that a side adds once at most. Its id
     * is the same again where a restored database has lost it.
     */
    public Uni<Decision> addAutomatic(Mutiny.Session session, Referral referral, Side side, ReferralFact fact) {
        return add(session, referral, automatic(side, fact));
    }

    /** A fact that no person decides, under the one id that it has. */
    public RecordedFact automatic(Side side, ReferralFact fact) {
        return new RecordedFact(ids.of(FactType.of(fact).type(), fact.referralId(), side.name()), side, fact);
    }

    private Uni<Decision> add(Mutiny.Session session, Referral referral, RecordedFact fact) {
        Decision decision = referral.history().decide(fact.step());
        if (!(decision instanceof Decision.Permitted)) {
            return Uni.createFrom().item(decision);
        }
        return reserve(session, referral, fact.fact())
                .chain(() -> apply(session, referral, fact, ChangeOrigin.OWN))
                .replaceWith(decision);
    }

    /** Applies a fact whatever the status; one that is recorded already changes nothing. */
    public Uni<Void> apply(Mutiny.Session session, Referral referral, RecordedFact fact, ChangeOrigin origin) {
        Instant now = clock.instant();
        if (!referral.record(fact, now)) {
            return Uni.createFrom().voidItem();
        }
        return origin == ChangeOrigin.OWN
                ? outbox.add(session, new Outgoing(fact.id(), fact.fact(), other(referral, fact.side()), now))
                        .chain(() -> inform(session, referral, fact, origin))
                : inform(session, referral, fact, origin);
    }

    /**
     * Writes a referral that this node issues, publishes it, and informs the listeners.
     *
     * @param beside other facts that are published after it, in this order
     */
    public Uni<Void> publishIssued(Mutiny.Session session, Referral referral, Outgoing issued, Outgoing... beside) {
        List<Outgoing> all = new ArrayList<>(List.of(issued));
        all.addAll(Arrays.asList(beside));
        return session.persist(referral)
                .chain(() -> outbox.add(session, all))
                .chain(() -> inform(session, referral, referral.first(), ChangeOrigin.OWN));
    }

    /**
     * Informs the listeners of a referral that came by the wire. The caller writes it once all its
     * known facts are applied.
     */
    public Uni<Void> informOfIssued(Mutiny.Session session, Referral referral) {
        return inform(session, referral, referral.first(), ChangeOrigin.OTHER_NODE);
    }

    /** Takes in a note from the other participant; one that changes nothing has no effect. */
    public Uni<Void> receive(Mutiny.Session session, Referral referral, UUID noteId, ReferralNote note) {
        return referral.note(note, clock.instant())
                ? Sequential.each(listeners, listener -> listener.onNote(session, referral, noteId, note))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> inform(Mutiny.Session session, Referral referral, RecordedFact fact, ChangeOrigin origin) {
        return Sequential.each(listeners, listener -> listener.onChange(session, referral, fact, origin));
    }

    private static NodeId other(Referral referral, Side side) {
        return side == Side.ISSUER ? referral.to().node() : referral.from().node();
    }

    private Uni<Void> reserve(Mutiny.Session session, Referral referral, ReferralFact fact) {
        if (fact.step() != ReferralStatus.ACCEPTED) {
            return Uni.createFrom().voidItem();
        }
        return places.take(session, referral.offerId(), referral.to().institution())
                .invoke(taken -> {
                    switch (taken) {
                        case PLACE -> referral.place().take(true);
                        case UNLIMITED -> referral.place().take(false);
                        case NONE -> throw new NoPlace();
                    }
                })
                .replaceWithVoid();
    }

    /** No place of the offer is free for this recipient. */
    public static final class NoPlace extends RuntimeException {
        NoPlace() {
            super("no place is free");
        }
    }
}
