package org.puente.followup.dossiers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierId;
import org.puente.platform.json.Json;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;

/** The sealed dossiers for visits; opens one for a reading. */
@ApplicationScoped
@Startup
public class VisitDossiers {
    /** The newest sealing of each case stands. */
    private static final String KEEP = """
            insert into visit_dossier as known (case_id, dossier_id, kid, jwe, sealed_at, came_at)
            select distinct on ("caseId") "caseId", "dossierId", kid, jwe, "at",
                   cast(:now as timestamptz)
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 ("caseId" uuid, "dossierId" uuid, kid text, jwe text, "at" timestamptz)
            order by "caseId", "at" desc
            on conflict (case_id) do update
            set dossier_id = excluded.dossier_id, kid = excluded.kid, jwe = excluded.jwe,
                sealed_at = excluded.sealed_at, came_at = excluded.came_at
            where known.sealed_at <= excluded.sealed_at
            """;

    private static final String ERASE = """
            delete from visit_dossier where dossier_id in
                (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            """;

    private static final String PERMISSIONS = """
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 permission ("caseId" uuid, until date, "eraseSealedUpTo" timestamptz)
            """;

    private static final String HOLD = "update visit_dossier held set until = permission.until " + PERMISSIONS + """
                    where held.case_id = permission."caseId" and permission.until is not null
                      and held.until is distinct from permission.until
                    """;

    private static final String END =
            "delete from visit_dossier where case_id in (select permission.\"caseId\" " + PERMISSIONS + """
                    join visit_dossier held on held.case_id = permission."caseId"
                    where held.sealed_at <= permission."eraseSealedUpTo" or held.until < :today)
                    """;

    private final NodeKeys keys;
    private final Clock clock;

    VisitDossiers(NodeKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        keys.own(); // a service that cannot open dossiers must not seem to run
    }

    private record Row(UUID caseId, DossierId dossierId, String kid, String jwe, Instant at) {
        static Row of(DossierFact.Sealed dossier) {
            return new Row(
                    dossier.caseId().value(), dossier.dossierId(), dossier.kid(), dossier.jwe(), dossier.occurredAt());
        }
    }

    /** Stores sealed dossiers, in any order. */
    public Uni<Void> keep(Mutiny.Session session, Collection<DossierFact.Sealed> sealed) {
        return sealed.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(KEEP)
                        .setParameter(
                                "rows", Json.write(sealed.stream().map(Row::of).toList()))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Erases the dossiers that reception takes back. */
    public Uni<Void> erase(Mutiny.Session session, Collection<DossierId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ERASE)
                        .setParameter("ids", Json.write(ids))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Erases the dossiers that may not be held any more, and records until when the others may be. */
    public Uni<Void> keepOnly(Mutiny.Session session, List<Permission> permissions, LocalDate today) {
        String rows = Json.write(permissions);
        return session.createNativeQuery(HOLD)
                .setParameter("rows", rows)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(END)
                        .setParameter("rows", rows)
                        .setParameter("today", today)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Opens the dossier of a case, with this node's keys. */
    public Uni<OpenedDossier> open(Mutiny.Session session, UUID caseId) {
        return session.find(VisitDossier.class, caseId)
                .map(dossier -> dossier == null ? new OpenedDossier.NotReceived() : open(dossier));
    }

    private OpenedDossier open(VisitDossier dossier) {
        try {
            JsonNode contents = Json.mapper().readTree(Seal.open(dossier.jwe, keys.own()));
            if (contents instanceof ObjectNode fields) {
                return new OpenedDossier.Opened(fields);
            }
        } catch (JsonProcessingException | Seal.SealBroken e) {
            // answered like other content: the cause may quote personal data
        }
        return new OpenedDossier.Unreadable();
    }
}
