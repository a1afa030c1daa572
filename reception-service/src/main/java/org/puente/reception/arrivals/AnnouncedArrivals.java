package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReturnFact;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Paging;
import org.puente.reception.flights.ReportedTimes;

/** What institutions of this node have announced. Nothing of the people is kept here. */
@ApplicationScoped
public class AnnouncedArrivals {
    private static final String COLUMNS =
            " arrival_id, institution, to_node, version, content, announced_at, cancelled_at ";

    private static final String ADD = """
            insert into announced_arrival
                (arrival_id, institution, to_node, version, expected_at, content, announced_at)
            values (:id, :institution, :node, 1, :expectedAt, :content, :now)
            on conflict do nothing
            """;

    private static final String LOCK = "select" + COLUMNS
            + "from announced_arrival where arrival_id = :id and institution = :institution for update";

    private static final String READ =
            "select" + COLUMNS + "from announced_arrival where arrival_id = :id and institution = :institution";

    private static final String LIST = "select" + COLUMNS + """
            from announced_arrival
            where institution = :institution and (expected_at, arrival_id) > (:at, :after)
              and expected_at >= :from and expected_at < :until
              and (:point = '' or cast(content as json) ->> 'receptionPoint' = :point)
              and (:state = '' or :state = case when cancelled_at is null then 'expected' else 'cancelled' end)
            order by expected_at, arrival_id
            """;

    /** As its receiver may still know them. */
    private static final String COUNT = """
            select greatest(count(*) filter (where cancelled_at is null and expected_at > :over),
                            count(*) filter (where cancelled_at > :cancelledSince))
            from announced_arrival where institution = :institution and coalesce(to_node, :node) = :node
            """;

    private static final String REPLACE = """
            update announced_arrival
            set version = version + 1, expected_at = :expectedAt, content = :content, announced_at = :now
            where arrival_id = :id
            """;

    private static final String CANCEL = """
            update announced_arrival set version = version + 1, cancelled_at = :now
            where arrival_id = :id and cancelled_at is null
            """;

    /** Each announcement of one id that was published is a version. */
    private static final String RESTORE = """
            insert into announced_arrival (arrival_id, institution, version, expected_at, content, announced_at)
            values (:id, :institution, 1, :expectedAt, :content, :now)
            on conflict (arrival_id) do update set
                version = announced_arrival.version + 1, expected_at = excluded.expected_at,
                content = excluded.content, announced_at = excluded.announced_at
            where announced_arrival.announced_at < excluded.announced_at
            """;

    /**
     * @param to the node that receives; null after a restore
     * @param version counts each change from 1
     * @param cancelledAt null while it stands
     */
    record Announced(
            ArrivalId arrivalId,
            InstitutionId institution,
            NodeId to,
            int version,
            Announcement announcement,
            Instant announcedAt,
            Instant cancelledAt) {
        private static Announced of(Object[] row) {
            return new Announced(
                    new ArrivalId((UUID) row[0]),
                    new InstitutionId((String) row[1]),
                    row[2] == null ? null : new NodeId((String) row[2]),
                    (Integer) row[3],
                    Json.read((String) row[4], Announcement.class),
                    ReportedTimes.stored(row[5]),
                    ReportedTimes.stored(row[6]));
        }

        boolean isCancelled() {
            return cancelledAt != null;
        }
    }

    /**
     * How many arrivals at a node an institution has open, or how many it has cancelled, whichever is more.
     *
     * @param over what was expected before is over
     * @param cancelledSince what was cancelled before is forgotten
     */
    Uni<Long> count(
            Mutiny.Session session, InstitutionId institution, NodeId to, Instant over, Instant cancelledSince) {
        return session.createNativeQuery(COUNT, Long.class)
                .setParameter("institution", institution.value())
                .setParameter("node", to.value())
                .setParameter("over", over)
                .setParameter("cancelledSince", cancelledSince)
                .getSingleResult();
    }

    /** False if the id is taken, by whomever. */
    Uni<Boolean> add(
            Mutiny.Session session,
            ArrivalId id,
            InstitutionId institution,
            NodeId to,
            Announcement announcement,
            Instant now) {
        return write(session, ADD, id, announcement, now)
                .setParameter("institution", institution.value())
                .setParameter("node", to.value())
                .executeUpdate()
                .map(added -> added == 1);
    }

    Uni<Void> replace(Mutiny.Session session, ArrivalId id, Announcement announcement, Instant now) {
        return write(session, REPLACE, id, announcement, now).executeUpdate().replaceWithVoid();
    }

    private static Mutiny.MutationQuery write(
            Mutiny.Session session, String sql, ArrivalId id, Announcement announcement, Instant now) {
        return session.createNativeQuery(sql)
                .setParameter("id", id.value())
                .setParameter("expectedAt", announcement.expectedAt())
                .setParameter("content", Json.write(announcement))
                .setParameter("now", now);
    }

    Uni<Void> cancel(Mutiny.Session session, ArrivalId id, Instant now) {
        return session.createNativeQuery(CANCEL)
                .setParameter("id", id.value())
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** An announcement of an institution, locked; 404 if it has made none of this id. */
    Uni<Announced> toChange(Mutiny.Session session, ArrivalId id, InstitutionId institution) {
        return one(session, LOCK, id, institution);
    }

    /** 404 if the institution has made none of this id. */
    Uni<Announced> read(Mutiny.Session session, ArrivalId id, InstitutionId institution) {
        return one(session, READ, id, institution);
    }

    private static Uni<Announced> one(Mutiny.Session session, String sql, ArrivalId id, InstitutionId institution) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("id", id.value())
                .setParameter("institution", institution.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(Announced::of);
    }

    /** A page, in the order of the expected times. */
    Uni<List<Announced>> list(Mutiny.Session session, InstitutionId institution, ArrivalFilter filter, Paging paging) {
        if (filter.state() == ArrivalState.CLOSED) {
            return Uni.createFrom().item(List.of()); // who announces doesn't learn of it
        }
        return filter.apply(session.createNativeQuery(LIST, Object[].class), paging)
                .setParameter("institution", institution.value())
                .getResultList()
                .map(rows -> rows.stream().map(Announced::of).toList());
    }

    /** Brings back an announcement as it was published; what only its receiver knows stays unknown. */
    public Uni<Void> restore(Mutiny.Session session, ReturnFact.Announced fact) {
        Announcement announcement = PublishedArrival.announcement(fact);
        return write(session, RESTORE, fact.arrivalId(), announcement, fact.occurredAt())
                .setParameter("institution", fact.institution().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> restore(Mutiny.Session session, ArrivalFact.Cancelled fact) {
        return cancel(session, fact.arrivalId(), fact.occurredAt());
    }
}
