package org.puente.platform;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.contracts.FactType;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;

/**
 * A handler whose effect can be counted, who refuses an offer that waits for 13, and publishes an
 * offer of its own for one that waits for 14. It has no use for offers.
 */
@ApplicationScoped
public class Effects implements FactHandler {
    public static final int ANSWERED = 14;

    private final Outbox outbox;

    Effects(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public boolean takes(FactType type) {
        return type != FactType.OFFER_PUBLISHED;
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        if (received.fact().orElse(null) instanceof CapacityChanged capacity && capacity.waitlist() == 13) {
            throw new FactRefused("rule-broken", "nobody waits for 13");
        }
        return session.createNativeQuery("insert into effect (subject) values (:subject)")
                .setParameter("subject", received.envelope().subject())
                .executeUpdate()
                .chain(() -> answer(session, received));
    }

    private Uni<Void> answer(Mutiny.Session session, Received received) {
        if (received.fact().orElse(null) instanceof CapacityChanged asked && asked.waitlist() == ANSWERED) {
            CapacityChanged answer = PlatformTestBase.fact("gtm", 0);
            return outbox.add(session, Outgoing.of(answer, answer.updatedAt()));
        }
        return Uni.createFrom().voidItem();
    }
}
