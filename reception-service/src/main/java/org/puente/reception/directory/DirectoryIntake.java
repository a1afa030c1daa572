package org.puente.reception.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.ReceptionPoint;
import org.puente.platform.Json;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;

/** Keeps of the directory what reception needs; the newest state of each entry stands. */
@ApplicationScoped
class DirectoryIntake implements FactHandler {
    private static final String KEEP_NODE =
            """
            insert into directory_node (id, timezone, since) values (:id, :timezone, :since)
            on conflict (id) do update set timezone = excluded.timezone, since = excluded.since
            where excluded.since >= directory_node.since
            """;

    private static final String KEEP_INSTITUTION =
            """
            insert into directory_institution (id, status, reception_points, updated_at)
            values (:id, :status, :points, :updatedAt)
            on conflict (id) do update set status = excluded.status,
                reception_points = excluded.reception_points, updated_at = excluded.updated_at
            where excluded.updated_at >= directory_institution.updated_at
            """;

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return switch (received.fact().orElse(null)) {
            case DirectoryFact.NodePublished node -> keep(session, node);
            case DirectoryFact.InstitutionPublished institution -> keep(session, institution);
            case null -> remove(session, received.envelope().subject());
            default -> Uni.createFrom().voidItem(); // offers and capacity: no matter of reception
        };
    }

    private static Uni<Void> keep(Mutiny.Session session, DirectoryFact.NodePublished node) {
        if (!ZoneId.getAvailableZoneIds().contains(node.timezone())) {
            throw new FactRefused("unknown-timezone", "the node's time zone is not known here");
        }
        return session.createNativeQuery(KEEP_NODE)
                .setParameter("id", node.node().value())
                .setParameter("timezone", node.timezone())
                .setParameter("since", node.since())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> keep(
            Mutiny.Session session, DirectoryFact.InstitutionPublished institution) {
        return session.createNativeQuery(KEEP_INSTITUTION)
                .setParameter("id", institution.institution().value())
                .setParameter("status", institution.status().code())
                .setParameter(
                        "points",
                        Json.write(
                                institution.receptionPoints().stream()
                                        .map(ReceptionPoint::id)
                                        .toList()))
                .setParameter("updatedAt", institution.updatedAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> remove(Mutiny.Session session, String subject) {
        return session.createNativeQuery(
                        "delete from directory_institution where 'institution/' || id = :subject")
                .setParameter("subject", subject)
                .executeUpdate()
                .replaceWithVoid();
    }
}
