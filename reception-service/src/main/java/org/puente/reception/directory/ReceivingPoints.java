package org.puente.reception.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.Mandate;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionPointId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.sealing.Seal;

/** The reception points of the region, and who may announce an arrival there. */
@ApplicationScoped
public class ReceivingPoints {
    /** The mandates of those who know of arrivals before they land. */
    private static final Set<Mandate> ANNOUNCERS = Set.of(Mandate.RECEPTION, Mandate.CONSULAR);

    private static final String AT = """
            select n.id, i.id, n.timezone, n.jwks, n.own
            from directory_institution i join directory_node n on n.id = i.node
            where i.status <> 'withdrawn'
              and cast(i.reception_points as jsonb) @> cast(cast(:point as text) as jsonb)
            order by n.own desc, n.id, i.id
            """;

    /**
     * A place where people are received.
     *
     * @param zone of the node; UTC for one that this machine doesn't know
     * @param key to seal to; empty until the node has published one that can be sealed to
     */
    public record Point(
            ReceptionPointId id, NodeId node, InstitutionId institution, ZoneId zone, Optional<JsonWebKey> key) {}

    private record Row(NodeId node, InstitutionId institution, String zone, String jwks, boolean own) {
        private static Row of(Object[] row) {
            return new Row(
                    new NodeId((String) row[0]),
                    new InstitutionId((String) row[1]),
                    (String) row[2],
                    (String) row[3],
                    (Boolean) row[4]);
        }
    }

    /**
     * The point of an id; empty where the directory has none. An id belongs to the node whose own it begins with: no
     * other node draws manifests to itself by publishing it.
     */
    public Uni<Optional<Point>> find(Mutiny.Session session, ReceptionPointId id) {
        return session.createNativeQuery(AT, Object[].class)
                .setParameter("point", Json.write(List.of(id)))
                .getResultList()
                .map(rows -> rows.stream().map(Row::of).toList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : nodes(session)
                                .map(nodes -> rows.stream()
                                        .filter(row -> row.own() || row.node().owns(id, nodes))
                                        .findFirst()
                                        .map(row -> point(id, row))));
    }

    private static Uni<Set<NodeId>> nodes(Mutiny.Session session) {
        return session.createNativeQuery("select id from directory_node", String.class)
                .getResultList()
                .map(ids -> ids.stream().map(NodeId::new).collect(Collectors.toSet()));
    }

    private static Point point(ReceptionPointId id, Row row) {
        return new Point(id, row.node(), row.institution(), zone(row.zone()), key(row.jwks()));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Optional<JsonWebKey> key(String jwks) {
        try {
            return jwks == null ? Optional.empty() : Optional.of(Seal.newest(new JsonWebKeySet(jwks)));
        } catch (JoseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether an own institution receives people, or is a consulate.
     *
     * @throws ProblemException unavailable while its mandates have not arrived: its entry is of a release before
     */
    public Uni<Boolean> mayAnnounce(Mutiny.Session session, InstitutionId institution) {
        return session.createNativeQuery(
                        "select coalesce(mandates, '') from directory_institution where own and id = :institution"
                                + " and status <> 'withdrawn'",
                        String.class)
                .setParameter("institution", institution.value())
                .getSingleResultOrNull()
                .map(mandates -> mandates != null && announces(institution, mandates));
    }

    private static boolean announces(InstitutionId institution, String mandates) {
        if (mandates.isEmpty()) {
            throw ProblemException.of(ProblemKind.UNAVAILABLE, "mandates-missing", institution)
                    .retryAfter(60);
        }
        return List.of(Json.read(mandates, Mandate[].class)).stream().anyMatch(ANNOUNCERS::contains);
    }
}
