package org.puente.reception.returns.retention;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;

/** A feature that keeps something of returns beyond their rows, and forgets what says whose they were. */
public interface ReturnErasureListener {
    /**
     * The returns are being erased, in this transaction; their rows still stand.
     *
     * @param cases locked
     */
    Uni<Void> erased(Mutiny.Session session, List<UUID> cases, ErasureReason why);
}
