package org.puente.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReturnFact;
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
        List<Received> counted =
                batch.stream().filter(FactRouter::isInItsOwnName).toList();
        Uni<Void> storeReturns = returns.take(session, counted);
        Uni<Void> storeReferrals = referrals.take(session, counted);
        Uni<Void> storeFollowUps = followUps.take(session, counted);
        Uni<Void> storeReception = reception.take(session, counted);
        return session.createNativeQuery(TURN, String.class)
                .getSingleResult()
                .chain(() -> addEvents)
                .chain(() -> storeReturns)
                .chain(() -> storeReferrals)
                .chain(() -> storeFollowUps)
                .chain(() -> storeReception);
    }

    /**
     * No figure counts what a node publishes in the name of another's institution; the event log shows it. It is not
     * put aside: that would break each batch that holds such a fact. Referrals are judged by both their ends.
     */
    private static boolean isInItsOwnName(Received received) {
        InstitutionId institution = switch (received.fact().orElse(null)) {
            case ReturnFact fact -> fact.institution();
            case ReceptionFact fact -> fact.institution();
            case FollowUpFact fact -> fact.institution();
            case null, default -> null;
        };
        return institution == null || received.topic().node().mayOwn(institution);
    }
}
