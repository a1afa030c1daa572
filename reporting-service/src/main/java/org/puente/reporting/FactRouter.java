package org.puente.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.Received;
import org.puente.reporting.events.Events;
import org.puente.reporting.followups.FollowUps;
import org.puente.reporting.reception.Reception;
import org.puente.reporting.referrals.Referrals;
import org.puente.reporting.returns.Returns;

/**
 * Takes in the facts of all nodes. One batch at a time, over all instances of this service: so the
 * positions of the event log are committed in their order, and no two batches work on one referral
 * at once. A batch costs the same few statements whatever its size.
 */
@ApplicationScoped
class FactRouter implements FactHandler {
    /** Any number that no other lock of this database has. */
    private static final String TURN = "select cast(pg_advisory_xact_lock(8100) as text)";

    private final Events events;
    private final Returns returns;
    private final Referrals referrals;
    private final FollowUps followUps;
    private final Reception reception;

    FactRouter(Events events, Returns returns, Referrals referrals, FollowUps followUps, Reception reception) {
        this.events = events;
        this.returns = returns;
        this.referrals = referrals;
        this.followUps = followUps;
        this.reception = reception;
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return onAll(session, List.of(received));
    }

    @Override
    public Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // Prepared before the turn comes, while another batch has it.
        Uni<Void> addEvents = events.add(session, batch);
        Uni<Void> storeReturns = returns.take(session, batch);
        Uni<Void> storeReferrals = referrals.take(session, batch);
        Uni<Void> storeFollowUps = followUps.take(session, batch);
        Uni<Void> storeReception = reception.take(session, batch);
        return session.createNativeQuery(TURN, String.class)
                .getSingleResult()
                .chain(() -> addEvents)
                .chain(() -> storeReturns)
                .chain(() -> storeReferrals)
                .chain(() -> storeFollowUps)
                .chain(() -> storeReception);
    }
}
