package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Paging;
import org.puente.reception.arrivals.ExpectedArrival.Closing;
import org.puente.reception.arrivals.ExpectedArrival.Key;

/** The arrivals that are announced to this node. */
@ApplicationScoped
public class ExpectedArrivals {
    private static final String LOCK = " for update of a";

    private static final String FIND =
            ExpectedArrival.SELECT + "where a.from_node = :node and a.arrival_id = :id" + LOCK;

    private static final String OF =
            ExpectedArrival.SELECT + "where a.arrival_id = :id and a.institution = :institution";

    /** In one order, so that two who lock several never wait for each other. */
    private static final String ALL = ExpectedArrival.SELECT + """
            where a.institution = :institution
              and a.arrival_id in (
                select cast(id as uuid) from json_array_elements_text(cast(cast(:ids as text) as json)) as id)
            order by a.arrival_id, a.from_node
            """;

    private static final String COUNT = """
            select count(*) filter (where is_open),
                   count(*) filter (where not is_open and is_known),
                   count(*) filter (where not is_open and not is_known),
                   count(*) filter (where is_open and is_announcers and is_coming),
                   count(*) filter (where not is_open and is_known and is_announcers),
                   count(*) filter (where not is_open and not is_known and is_announcers)
            from (
                select cancelled_at is null as is_open, institution is not null as is_known,
                       announcer = :announcer as is_announcers,
                       expected_at is null or expected_at > :over as is_coming
                from expected_arrival where from_node = :node and closed_at is null) arrival
            """;

    private static final String ADD = """
            insert into expected_arrival (from_node, arrival_id, announcer, expected_at, version, parts, parts_came)
            values (:node, :id, :announcer, :at, 0, 0, '[]')
            """;

    private static final String KEEP = """
            update expected_arrival set announcer = :announcer, institution = :institution,
                reception_point = :point, reference = :reference, expected_at = :expectedAt, version = :version,
                parts = :parts, parts_came = :came, content = :content
            where from_node = :node and arrival_id = :id
            """;

    private static final String CANCEL = """
            update expected_arrival set version = :version, cancelled_at = :at, parts_came = '[]'
            where from_node = :node and arrival_id = :id
            """;

    private static final String IGNORE_CANCELLATION = """
            update expected_arrival set cancellation_ignored_at = coalesce(cancellation_ignored_at, :at)
            where from_node = :node and arrival_id = :id
            """;

    private static final String LIST = ExpectedArrival.SELECT + """
            where a.institution = :institution and (a.expected_at, a.arrival_id) > (:at, :after)
              and a.expected_at >= :from and a.expected_at < :until
              and (:point = '' or a.reception_point = :point)
              and (:state = '' or :state = case when a.closed_at is not null then 'closed'
                                                when a.cancelled_at is not null then 'cancelled'
                                                else 'expected' end)
            order by a.expected_at, a.arrival_id
            """;

    private static final String CLOSE = """
            update expected_arrival set closed_at = :at, closing = :closing
            where from_node = :node and arrival_id = :id
            """;

    private static final String RESTORE = """
            insert into expected_arrival (from_node, arrival_id, announcer, institution, reception_point,
                expected_at, version, parts, parts_came, closed_at, closing)
            values (:node, :id, :announcer, :institution, :point, :at, 0, 0, '[]', :at, :closing)
            on conflict (from_node, arrival_id) do update set
                closed_at = excluded.closed_at, closing = excluded.closing
            where expected_arrival.closing is null
               or cast(cast(expected_arrival.closing as json) ->> 'version' as integer) < :version
            """;

    private final ManifestEntries entries;

    ExpectedArrivals(ManifestEntries entries) {
        this.entries = entries;
    }

    /** The arrival as it is known; locked. Null if it isn't. */
    Uni<ExpectedArrival> find(Mutiny.Session session, Key key) {
        return selecting(session.createNativeQuery(FIND, Object[].class), key)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : ExpectedArrival.of(row));
    }

    /**
     * How many arrivals are not closed.
     *
     * @param open not cancelled either
     * @param cancelled after they had been announced
     * @param unknown of which the cancellation alone has come
     */
    record Counts(long open, long cancelled, long unknown) {}

    /**
     * What a node has announced, and one of its institutions: of that one, open are those alone that still come, as its
     * own node counts them before it announces one more.
     */
    record Room(Counts ofNode, Counts ofAnnouncer) {}

    Uni<Room> room(Mutiny.Session session, NodeId node, InstitutionId announcer, Instant now) {
        return session.createNativeQuery(COUNT, Object[].class)
                .setParameter("node", node.value())
                .setParameter("announcer", announcer.value())
                .setParameter("over", now.minus(AnnouncementRules.LONGEST_AGO))
                .getSingleResult()
                .map(row -> new Room(
                        new Counts((Long) row[0], (Long) row[1], (Long) row[2]),
                        new Counts((Long) row[3], (Long) row[4], (Long) row[5])));
    }

    /** Begins an arrival of which nothing has come yet. */
    Uni<Void> add(Mutiny.Session session, Key key, InstitutionId announcer, Instant now) {
        return changing(session.createNativeQuery(ADD), key)
                .setParameter("announcer", announcer.value())
                .setParameter("at", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> keep(Mutiny.Session session, ExpectedArrival arrival) {
        return changing(session.createNativeQuery(KEEP), arrival.key())
                .setParameter("announcer", arrival.announcer().value())
                .setParameter("institution", arrival.institution().value())
                .setParameter("point", arrival.announcement().receptionPoint())
                .setParameter("reference", arrival.announcement().reference())
                .setParameter("expectedAt", arrival.announcement().expectedAt())
                .setParameter("version", arrival.version())
                .setParameter("parts", arrival.parts())
                .setParameter("came", Json.write(arrival.partsCame()))
                .setParameter("content", Json.write(arrival.announcement()))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> cancel(Mutiny.Session session, Key key, int version, Instant at) {
        return changing(session.createNativeQuery(CANCEL), key)
                .setParameter("version", version)
                .setParameter("at", at)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Notes when the announcer cancelled an arrival that stands. */
    Uni<Void> ignoreCancellation(Mutiny.Session session, Key key, Instant at) {
        return changing(session.createNativeQuery(IGNORE_CANCELLATION), key)
                .setParameter("at", at)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> close(Mutiny.Session session, Key key, Closing closing) {
        return changing(session.createNativeQuery(CLOSE), key)
                .setParameter("at", closing.closedAt())
                .setParameter("closing", Json.write(closing))
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * An arrival that an institution receives; 404 if there is none.
     *
     * @param announcedBy node that announced it; null where the id is enough
     * @throws ProblemException conflict if two nodes use this id and none is named
     */
    Uni<ExpectedArrival> read(Mutiny.Session session, ArrivalId id, NodeId announcedBy, InstitutionId institution) {
        return one(session, OF, id, announcedBy, institution);
    }

    /** As {@link #read}, locked. */
    Uni<ExpectedArrival> toChange(Mutiny.Session session, ArrivalId id, NodeId announcedBy, InstitutionId institution) {
        return one(session, OF + LOCK, id, announcedBy, institution);
    }

    /** As {@link #read}, so that it is not closed or changed until the transaction ends; desks don't wait for each other. */
    Uni<ExpectedArrival> toRegister(
            Mutiny.Session session, ArrivalId id, NodeId announcedBy, InstitutionId institution) {
        return one(session, OF + " for share of a", id, announcedBy, institution);
    }

    /**
     * The arrivals of these ids that an institution receives, also where two nodes use one id.
     *
     * @param locked as {@link #toRegister} locks
     */
    Uni<List<ExpectedArrival>> all(
            Mutiny.Session session, InstitutionId institution, List<ArrivalId> ids, boolean locked) {
        return session.createNativeQuery(ALL + (locked ? "for share of a" : ""), Object[].class)
                .setParameter("institution", institution.value())
                .setParameter("ids", Json.write(ids))
                .getResultList()
                .map(ExpectedArrivals::received);
    }

    /** Those of which more is known than that they were cancelled. */
    private static List<ExpectedArrival> received(List<Object[]> rows) {
        return rows.stream()
                .map(ExpectedArrival::of)
                .filter(one -> one.announcement() != null || one.isClosed())
                .toList();
    }

    private static Uni<ExpectedArrival> one(
            Mutiny.Session session, String sql, ArrivalId id, NodeId announcedBy, InstitutionId institution) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("id", id.value())
                .setParameter("institution", institution.value())
                .getResultList()
                .map(rows -> received(rows).stream()
                        .filter(one -> announcedBy == null || one.key().node().equals(announcedBy))
                        .toList())
                .map(found -> {
                    if (found.size() > 1) {
                        throw ProblemException.conflict("arrival-ambiguous");
                    }
                    return found.stream().findFirst().orElseThrow(ProblemException::notFound);
                });
    }

    /** A page, in the order of the expected times. */
    Uni<List<ExpectedArrival>> list(
            Mutiny.Session session, InstitutionId institution, ArrivalFilter filter, Paging paging) {
        return filter.apply(session.createNativeQuery(LIST, Object[].class), paging)
                .setParameter("institution", institution.value())
                .getResultList()
                .map(rows -> rows.stream().map(ExpectedArrival::of).toList());
    }

    /** Takes over a published closing of a later version; what the backup knew of the people is erased, as it was then. */
    public Uni<Void> restore(Mutiny.Session session, ArrivalFact.Closed fact) {
        Closing closing = new Closing(
                fact.version(),
                fact.occurredAt(),
                fact.returnedOn(),
                fact.listed(),
                fact.came(),
                fact.absent(),
                fact.unlisted());
        Key key = new Key(fact.announcedBy().node(), fact.arrivalId());
        return changing(session.createNativeQuery(RESTORE), key)
                .setParameter("announcer", fact.announcedBy().institution().value())
                .setParameter("institution", fact.institution().value())
                .setParameter("point", fact.receptionPoint().value())
                .setParameter("at", fact.occurredAt())
                .setParameter("closing", Json.write(closing))
                .setParameter("version", fact.version())
                .executeUpdate()
                .chain(() -> entries.erase(session, key));
    }

    private static Mutiny.MutationQuery changing(Mutiny.MutationQuery query, Key key) {
        return query.setParameter("node", key.node().value())
                .setParameter("id", key.id().value());
    }

    private static <T> Mutiny.SelectionQuery<T> selecting(Mutiny.SelectionQuery<T> query, Key key) {
        return query.setParameter("node", key.node().value())
                .setParameter("id", key.id().value());
    }
}
