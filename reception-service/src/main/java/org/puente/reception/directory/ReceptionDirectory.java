package org.puente.reception.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.InstitutionId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;

/** The node's directory as far as it has arrived here. */
@ApplicationScoped
public class ReceptionDirectory {
    /** Enough for a registration: the own node, and an institution with a place to receive people. */
    static final String ARRIVED = """
            exists(select 1 from directory_node where own)
            and exists(select 1 from directory_institution where own and reception_points <> '[]')
            """;

    private static final String READ = """
            select (select timezone from directory_node where own),
                   (select reception_points from directory_institution
                    where own and id = :institution),
                   coalesce((select status <> 'withdrawn' from directory_institution
                             where own and id = :institution), false),
            """ + ARRIVED;

    private static final String ACTIVE = "select id from directory_institution where own and status <> 'withdrawn'";

    /**
     * What the directory states of an institution.
     *
     * @param zone of the node
     * @param points ids of the places where it receives people
     * @param receives false once the institution is withdrawn: it still amends its returns, and
     *     still records consents and withdrawals
     */
    public record Desk(ZoneId zone, List<String> points, boolean receives) {}

    /** As {@link #of}; also refuses a withdrawn institution with 422. */
    public Uni<Desk> receiving(Mutiny.Session session, InstitutionId institution) {
        return of(session, institution).invoke(desk -> {
            if (!desk.receives()) {
                throw ProblemException.ruleBroken("institution-unknown", institution);
            }
        });
    }

    /**
     * Reads the entry of an institution. Refuses with 503 until the directory has arrived, and with
     * 422 an institution that the directory doesn't name.
     */
    public Uni<Desk> of(Mutiny.Session session, InstitutionId institution) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("institution", institution.value())
                .getSingleResult()
                .map(row -> desk((String) row[0], (String) row[1], (Boolean) row[2], (Boolean) row[3], institution));
    }

    /** The node's time zone; UTC until the directory has arrived. */
    public Uni<ZoneId> zone(Mutiny.Session session) {
        return knownZone(session).map(zone -> zone == null ? ZoneOffset.UTC : zone);
    }

    /** The node's time zone; null until the directory has arrived. */
    public Uni<ZoneId> knownZone(Mutiny.Session session) {
        return session.createNativeQuery("select timezone from directory_node where own", String.class)
                .getSingleResultOrNull()
                .map(zone -> zone == null ? null : ZoneId.of(zone));
    }

    /** The institutions of this node that are not withdrawn. */
    public Uni<Set<InstitutionId>> active(Mutiny.Session session) {
        return session.createNativeQuery(ACTIVE, String.class)
                .getResultList()
                .map(ids -> ids.stream().map(InstitutionId::new).collect(Collectors.toSet()));
    }

    private static Desk desk(String zone, String points, boolean receives, boolean arrived, InstitutionId institution) {
        if (!arrived) {
            throw ProblemException.of(ProblemKind.UNAVAILABLE, "directory-missing")
                    .retryAfter(5);
        }
        if (points == null) {
            throw ProblemException.ruleBroken("institution-unknown", institution);
        }
        return new Desk(ZoneId.of(zone), List.of(Json.read(points, String[].class)), receives);
    }
}
