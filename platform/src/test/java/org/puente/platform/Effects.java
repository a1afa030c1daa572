package org.puente.platform;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact.CapacityChanged;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;

/** A handler whose effect can be counted, and who refuses an offer that waits for 13. */
@ApplicationScoped
public class Effects implements FactHandler {
    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        if (received.fact().orElse(null) instanceof CapacityChanged capacity && capacity.waitlist() == 13) {
            throw new FactRefused("rule-broken", "nobody waits for 13");
        }
        return session.createNativeQuery("insert into effect (subject) values (:subject)")
                .setParameter("subject", received.envelope().subject())
                .executeUpdate()
                .replaceWithVoid();
    }
}
