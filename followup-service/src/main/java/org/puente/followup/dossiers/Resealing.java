package org.puente.followup.dossiers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.puente.contracts.ConsentPurpose;
import org.puente.platform.sealing.KeyRotation;

/** Keeps the dossiers for visits under the node's newest key. */
@ApplicationScoped
class Resealing {
    private static final KeyRotation.SealedTable DOSSIERS =
            new KeyRotation.SealedTable("""
            select cast(case_id as text), jwe from visit_dossier
            where kid = any(string_to_array(cast(:older as text), ' ')) and case_id > :after
            order by case_id limit :max for update skip locked
            """, """
            update visit_dossier set kid = :kid, jwe = resealed.jwe
            from json_to_recordset(cast(cast(:rows as text) as json)) as resealed (id uuid, jwe text)
            where case_id = resealed.id
            """, ConsentPurpose.FOLLOW_UP);

    private final KeyRotation rotation;

    Resealing(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "visit-dossiers-resealing")
    Uni<Void> tick() {
        return rotation.reseal(DOSSIERS);
    }
}
