package org.puente.referral.capacity;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReferralNote;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.Sequential;
import org.puente.referral.capacity.CapacityLedger.Queue;
import org.puente.referral.clock.Chore;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.Referrals;

/** Publishes the positions in the {@link WaitingList} that have changed. */
@ApplicationScoped
@Priority(Chore.POSITIONS)
class QueuePositions implements Chore {
    private static final int MAX = 50;

    private final Referrals referrals;
    private final CapacityLedger places;
    private final Outbox outbox;
    private final Clock clock;

    QueuePositions(Referrals referrals, CapacityLedger places, Outbox outbox, Clock clock) {
        this.referrals = referrals;
        this.places = places;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "positions";
    }

    @Override
    public String isDue() {
        return CapacityLedger.ANY_UNPUBLISHED_QUEUE;
    }

    /** Publishes the position of each referral whose position is not the one last published. */
    @Override
    public Uni<Void> run(Mutiny.Session session) {
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
