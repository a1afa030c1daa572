package org.puente.reporting.reception;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/** When flights landed, and when people were registered and left: a write each for any number of facts. */
@ApplicationScoped
class ReceptionTimes {
    private static final String LANDINGS = """
            insert into landing (node, arrival_id, version, fact_id, institution, reception_point, returned_on,
                reference, landed_at)
            select node, "arrivalId", version, "factId", institution, "receptionPoint", "returnedOn",
                reference, "landedAt"
            from json_to_recordset(cast(convert_from(:rows, 'UTF8') as json)) as
                (node text, "arrivalId" uuid, version integer, "factId" uuid, institution text,
                 "receptionPoint" text, "returnedOn" date, reference text, "landedAt" timestamptz)
            on conflict (node, arrival_id) do update set
                version = excluded.version, fact_id = excluded.fact_id, institution = excluded.institution,
                reception_point = excluded.reception_point, returned_on = excluded.returned_on,
                reference = excluded.reference, landed_at = excluded.landed_at
            where (excluded.version, excluded.fact_id) > (landing.version, landing.fact_id)
            """;

    /** The parts of a row come with different facts, so that each is merged for itself. */
    private static final String TIMES = """
            insert into reception_time as known (node, case_id, registered_at, version, fact_id, left_at)
            select node, "caseId", "registeredAt", version, "factId", "leftAt"
            from json_to_recordset(cast(convert_from(:rows, 'UTF8') as json)) as
                (node text, "caseId" uuid, "registeredAt" timestamptz, version integer, "factId" uuid,
                 "leftAt" timestamptz)
            on conflict (case_id, node) do update set
                registered_at = least(known.registered_at, excluded.registered_at),
                (version, fact_id, left_at) = (
                    select s.version, s.fact_id, s.left_at
                    from (values (known.version, known.fact_id, known.left_at),
                                 (excluded.version, excluded.fact_id, excluded.left_at))
                         as s (version, fact_id, left_at)
                    order by s.version desc, s.fact_id desc nulls last limit 1)
            """;

    Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        return write(session, LANDINGS, landings(facts)).chain(() -> write(session, TIMES, times(facts)));
    }

    /** Each landing in its highest version. */
    static Collection<LandingRow> landings(List<Received> facts) {
        Map<LandingRow.Key, LandingRow> rows = new HashMap<>();
        facts.stream()
                .flatMap(received -> LandingRow.of(received).stream())
                .forEach(row -> rows.merge(row.key(), row, LandingRow::higher));
        return rows.values();
    }

    /** What the facts report of each person. */
    static Collection<TimeRow> times(List<Received> facts) {
        Map<TimeRow.Key, TimeRow> rows = new HashMap<>();
        facts.stream()
                .flatMap(received -> TimeRow.of(received).stream())
                .forEach(row -> rows.merge(row.key(), row, TimeRow::merge));
        return rows.values();
    }

    private static Uni<Void> write(Mutiny.Session session, String sql, Collection<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(sql)
                        .setParameter("rows", Json.bytes(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
