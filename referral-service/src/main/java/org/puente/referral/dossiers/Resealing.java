package org.puente.referral.dossiers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.puente.contracts.ConsentPurpose;
import org.puente.platform.sealing.KeyRotation;

/**
 * Keeps the dossiers of this node's own cases under its newest key. They don't lapse, and so would
 * need every older key for good. The dossiers of referrals do lapse, and stay as they came.
 */
@ApplicationScoped
class Resealing {
    private static final KeyRotation.SealedTable DOSSIERS =
            new KeyRotation.SealedTable("""
            select cast(dossier_id as text), jwe from sealed_dossier
            where case_id is not null and referral_id is null and jwe is not null
              and kid = any(string_to_array(cast(:older as text), ' ')) and dossier_id > :after
            order by dossier_id limit :max for update skip locked
            """, """
            update sealed_dossier d set kid = :kid, jwe = resealed.jwe
            from json_to_recordset(cast(cast(:rows as text) as json)) as resealed (id uuid, former text, jwe text)
            where d.dossier_id = resealed.id and d.jwe = resealed.former
            """, ConsentPurpose.REFERRAL);

    private final KeyRotation rotation;

    Resealing(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "dossiers-resealing")
    Uni<Void> tick() {
        return rotation.reseal(DOSSIERS);
    }
}
