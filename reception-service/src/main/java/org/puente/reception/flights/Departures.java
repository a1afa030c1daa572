package org.puente.reception.flights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.json.Json;

/** When people left the reception point; the last report of a person counts. */
@ApplicationScoped
public class Departures {
    private static final String RECORD = """
            insert into reception_departure (case_id, left_at, version, recorded_at)
            select cast(id as uuid), cast(:leftAt as timestamptz), 1,
                   coalesce(cast(:writtenAt as timestamptz), cast(:now as timestamptz))
            from json_array_elements_text(cast(cast(:ids as text) as json)) as id
            order by id
            on conflict (case_id) do update set
                left_at = excluded.left_at, version = reception_departure.version + 1,
                recorded_at = excluded.recorded_at
            where %s
              and (cast(:writtenAt as timestamptz) is null or reception_departure.recorded_at <= cast(:writtenAt as timestamptz))
            returning case_id, version
            """;

    /** A report about many doesn't change what was reported of one of them before. */
    private static final String OF_MANY = RECORD.formatted("reception_departure.left_at is null");

    private static final String OF_ONE =
            RECORD.formatted("reception_departure.left_at is distinct from excluded.left_at");

    private static final String TAKE_BACK = """
            update reception_departure set left_at = null, version = version + 1, recorded_at = :now
            where case_id = :case and left_at is not null
            returning case_id, version
            """;

    private static final String RESTORE = """
            insert into reception_departure (case_id, left_at, version, recorded_at)
            select case_id, cast(:leftAt as timestamptz), cast(:version as integer), cast(:now as timestamptz)
            from case_key where case_id = :case
            on conflict (case_id) do update set
                left_at = excluded.left_at, version = excluded.version, recorded_at = excluded.recorded_at
            where reception_departure.version < excluded.version
            """;

    private static final String TIMES = """
            select c.registered_at, l.landed_at, d.left_at
            from case_flight c
            left join flight_landing l using (institution, returned_on, reception_point, reference)
            left join reception_departure d on d.case_id = c.case_id
            where c.case_id = :case
            """;

    /** A changed report of one person. */
    record Change(CaseId caseId, int version) {
        private static Change of(Object[] row) {
            return new Change(new CaseId((UUID) row[0]), (Integer) row[1]);
        }
    }

    /**
     * The times of one person at the reception point.
     *
     * @param landedAt null if it is not known
     * @param leftAt null if the person is still there, or it is not known
     */
    record Times(Instant registeredAt, Instant landedAt, Instant leftAt) {}

    /** Records that people left, and returns those of whom that was not known. */
    Uni<List<Change>> record(Mutiny.Session session, List<CaseId> cases, Instant leftAt, Written written) {
        return record(session, OF_MANY, cases, leftAt, written);
    }

    /**
     * Records or corrects when a person left; empty if the same is recorded already, or something that was written
     * later.
     */
    Uni<List<Change>> correct(Mutiny.Session session, CaseId caseId, Instant leftAt, Written written) {
        return record(session, OF_ONE, List.of(caseId), leftAt, written);
    }

    private static Uni<List<Change>> record(
            Mutiny.Session session, String sql, List<CaseId> cases, Instant leftAt, Written written) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("ids", Json.write(cases))
                .setParameter("leftAt", leftAt)
                .setParameter("writtenAt", written.at())
                .setParameter("now", written.now())
                .getResultList()
                .map(Departures::changes);
    }

    /** Empty if nothing was recorded, or it is taken back already. */
    Uni<List<Change>> takeBack(Mutiny.Session session, CaseId caseId, Instant now) {
        return session.createNativeQuery(TAKE_BACK, Object[].class)
                .setParameter("case", caseId.value())
                .setParameter("now", now)
                .getResultList()
                .map(Departures::changes);
    }

    Uni<Times> of(Mutiny.Session session, CaseId caseId) {
        return session.createNativeQuery(TIMES, Object[].class)
                .setParameter("case", caseId.value())
                .getSingleResult()
                .map(row -> new Times(
                        ReportedTimes.stored(row[0]), ReportedTimes.stored(row[1]), ReportedTimes.stored(row[2])));
    }

    /** Takes over a published state of a later version. */
    public Uni<Void> restore(Mutiny.Session session, ReceptionFact.ReceptionTimed fact) {
        return session.createNativeQuery(RESTORE)
                .setParameter("case", fact.caseId().value())
                .setParameter("leftAt", fact.leftAt())
                .setParameter("version", fact.version())
                .setParameter("now", fact.occurredAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<Change> changes(List<Object[]> rows) {
        return rows.stream()
                .map(Change::of)
                .sorted(Comparator.comparing(change -> change.caseId().toString()))
                .toList();
    }
}
