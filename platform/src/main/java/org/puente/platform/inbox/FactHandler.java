package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FactType;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.tracing.Trace;

/**
 * Applies facts from the wire; one bean per service. Effects go through the given session, in one
 * sequential chain. A fact that breaks a rule for good fails with {@link FactRefused} and is put
 * aside. A fault that may pass is tried again; any other failure puts the fact aside too.
 */
public interface FactHandler {
    Uni<Void> on(Mutiny.Session session, Received received);

    /**
     * Whether the service has any use for facts of a type. Others are passed over unread: they cost no more than
     * their transport, and the inbox doesn't know them. A service that needs a type later must read from the
     * beginning, under another consumer group.
     */
    default boolean takes(FactType type) {
        return true;
    }

    /**
     * Applies facts that are new here, in their order. A service overrides it where a batch is
     * faster; then it follows the {@link Trace} of each fact before it publishes another for it.
     */
    default Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        return Sequential.each(batch, received -> {
            Trace.follow(received.envelope().traceparent());
            return on(session, received);
        });
    }
}
