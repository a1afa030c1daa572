package org.puente.reception.flights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.TransportMode;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;

/** When flights and buses arrived; the last report of one counts. */
@ApplicationScoped
public class Landings {
    private static final String COLUMNS =
            " arrival_id, reception_point, returned_on, reference, mode, landed_at, version ";

    /** The same report again, and one that was written before the last one, change nothing and return no row. */
    private static final String RECORD = """
            insert into flight_landing (arrival_id, institution, reception_point, returned_on, reference,
                mode, landed_at, version, recorded_at)
            values (:id, :institution, :point, :day, :reference, :mode, :landedAt, 1,
                coalesce(cast(:writtenAt as timestamptz), :now))
            on conflict (institution, returned_on, reception_point, reference) do update set
                mode = excluded.mode, landed_at = excluded.landed_at,
                version = flight_landing.version + 1, recorded_at = excluded.recorded_at
            where (flight_landing.mode, flight_landing.landed_at) is distinct from
                  (excluded.mode, excluded.landed_at)
              and (cast(:writtenAt as timestamptz) is null or flight_landing.recorded_at <= cast(:writtenAt as timestamptz))
            returning""" + COLUMNS;

    private static final String READ = "select" + COLUMNS + """
            from flight_landing
            where institution = :institution and returned_on = :day
              and reception_point = :point and reference = :reference
            """;

    private static final String TAKE_BACK = """
            update flight_landing set landed_at = null, version = version + 1, recorded_at = :now
            where arrival_id = :id and institution = :institution and landed_at is not null
            returning""" + COLUMNS;

    private static final String EXISTS =
            "select count(*) from flight_landing where arrival_id = :id and institution = :institution";

    private static final String LATEST = """
            select max(l.landed_at) from flight_landing l
            join case_flight c using (institution, returned_on, reception_point, reference)
            where c.case_id in
                  (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            """;

    private static final String RESTORE = """
            insert into flight_landing (arrival_id, institution, reception_point, returned_on, reference,
                mode, landed_at, version, recorded_at)
            values (:id, :institution, :point, :day, :reference, :mode, cast(:landedAt as timestamptz),
                    :version, :now)
            on conflict (arrival_id) do update set
                mode = excluded.mode, landed_at = excluded.landed_at,
                version = excluded.version, recorded_at = excluded.recorded_at
            where flight_landing.version < excluded.version
            """;

    /**
     * @param landedAt null if it was recorded in error
     */
    record Landing(ArrivalId arrivalId, Flight flight, TransportMode mode, Instant landedAt, int version) {
        private static Landing of(Object[] row) {
            return new Landing(
                    new ArrivalId((UUID) row[0]),
                    new Flight((String) row[1], (LocalDate) row[2], (String) row[3]),
                    Code.of(TransportMode.class, (String) row[4]),
                    ReportedTimes.stored(row[5]),
                    (Integer) row[6]);
        }
    }

    /** Empty if the same is recorded already, or something that was written later. */
    Uni<Optional<Landing>> record(
            Mutiny.Session session,
            InstitutionId institution,
            Flight flight,
            TransportMode mode,
            Instant landedAt,
            Written written) {
        return of(session.createNativeQuery(RECORD, Object[].class), institution, flight)
                .setParameter("id", Ids.next())
                .setParameter("mode", mode.code())
                .setParameter("landedAt", landedAt)
                .setParameter("writtenAt", written.at())
                .setParameter("now", written.now())
                .getResultList()
                .map(Landings::first);
    }

    Uni<Landing> read(Mutiny.Session session, InstitutionId institution, Flight flight) {
        return of(session.createNativeQuery(READ, Object[].class), institution, flight)
                .getSingleResult()
                .map(Landing::of);
    }

    private static Mutiny.SelectionQuery<Object[]> of(
            Mutiny.SelectionQuery<Object[]> query, InstitutionId institution, Flight flight) {
        return query.setParameter("institution", institution.value())
                .setParameter("day", flight.returnedOn())
                .setParameter("point", flight.receptionPoint())
                .setParameter("reference", flight.reference());
    }

    /** Empty if it is taken back already, or there is none. */
    Uni<Optional<Landing>> takeBack(Mutiny.Session session, InstitutionId institution, UUID id, Instant now) {
        return session.createNativeQuery(TAKE_BACK, Object[].class)
                .setParameter("id", id)
                .setParameter("institution", institution.value())
                .setParameter("now", now)
                .getResultList()
                .map(Landings::first);
    }

    Uni<Boolean> exists(Mutiny.Session session, InstitutionId institution, UUID id) {
        return session.createNativeQuery(EXISTS, Long.class)
                .setParameter("id", id)
                .setParameter("institution", institution.value())
                .getSingleResult()
                .map(count -> count > 0);
    }

    /** The latest landing among the flights of these people; null if none is known. */
    Uni<Instant> latest(Mutiny.Session session, List<CaseId> cases) {
        return session.createNativeQuery(LATEST, Instant.class)
                .setParameter("ids", Json.write(cases))
                .getSingleResultOrNull();
    }

    /** Takes over a published state of a later version. */
    public Uni<Void> restore(Mutiny.Session session, ReceptionFact.ArrivalTimed fact) {
        if (fact.transport().reference() == null) {
            return Uni.createFrom().voidItem();
        }
        Flight flight = new Flight(
                fact.receptionPoint().value(),
                fact.returnedOn(),
                fact.transport().reference());
        return session.createNativeQuery(RESTORE)
                .setParameter("institution", fact.institution().value())
                .setParameter("day", flight.returnedOn())
                .setParameter("point", flight.receptionPoint())
                .setParameter("reference", flight.reference())
                .setParameter("id", fact.arrivalId().value())
                .setParameter("mode", fact.transport().mode().code())
                .setParameter("landedAt", fact.landedAt())
                .setParameter("version", fact.version())
                .setParameter("now", fact.occurredAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Optional<Landing> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(Landing::of);
    }
}
