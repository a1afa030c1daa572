package org.puente.referral.capacity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.Side;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.capacity.CapacityLedger.Queue;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralChanges;
import org.puente.referral.referrals.Referrals;

/**
 * The referrals that wait for a place of this node's offers: the more urgent first, then those that
 * have waited longer. Each tick of the clock gives free places to the next ones, and publishes the
 * positions that have changed.
 */
@ApplicationScoped
public class WaitingList {
    private static final int MAX = 50;

    private final Referrals referrals;
    private final CapacityLedger places;
    private final ReferralChanges changes;
    private final Outbox outbox;
    private final Clock clock;

    WaitingList(Referrals referrals, CapacityLedger places, ReferralChanges changes, Outbox outbox, Clock clock) {
        this.referrals = referrals;
        this.places = places;
        this.changes = changes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives free places to those who wait for them; publishes {@code accepted} for each. */
    public Uni<Void> offerFreedPlaces(Mutiny.Session session) {
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

    /** Publishes the position of each referral whose position is not the one last published. */
    public Uni<Void> publishPositions(Mutiny.Session session) {
        return places.unpublishedQueues(session, MAX)
                .chain(queues -> Sequential.each(queues, queue -> publish(session, queue)));
    }

    private Uni<Void> publish(Mutiny.Session session, Queue queue) {
        return referrals
                .holdWaiting(session, queue.offer())
                .chain(waiting -> outbox.add(session, moved(waiting)))
                .chain(() -> places.markPublished(session, queue));
    }

    private List<Outgoing> moved(List<Referral> waiting) {
        Instant now = clock.instant();
        List<Outgoing> notes = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            Referral referral = waiting.get(i);
            int position = i + 1;
            Integer published = referral.notes().queuePosition();
            if (published == null || published != position) {
                referral.queued(position, now);
                notes.add(Outgoing.to(
                        referral.from().node(),
                        new ReferralNote.Queued(
                                referral.id(), referral.caseId(), referral.to().institution(), now, position),
                        now));
            }
        }
        return notes;
    }
}
