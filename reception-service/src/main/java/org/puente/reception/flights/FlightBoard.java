package org.puente.reception.flights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.TransportMode;

/** An institution's flights and buses of a day: how many people, how long reception took, which help was given. */
@ApplicationScoped
class FlightBoard {
    static final int MAX = 500;

    private static final String MEMBERS = """
            with member as (
                select case_id, reception_point, reference, registered_at from case_flight
                where institution = :institution and returned_on = :day and reference is not null)
            """;

    private static final String FLIGHTS = MEMBERS
            + """
            , landing as (
                select arrival_id, reception_point, reference, mode, landed_at from flight_landing
                where institution = :institution and returned_on = :day)
            select reception_point, reference, l.arrival_id, l.mode, l.landed_at,
                   count(m.case_id), count(d.left_at),
                   %s, %s, %s, %s
            from member m full join landing l using (reception_point, reference)
            left join reception_departure d on d.case_id = m.case_id
            group by 1, 2, 3, 4, 5
            having count(m.case_id) > 0 or l.landed_at is not null
            order by 5 nulls last, 1, 2 limit :max
            """.formatted(
                            minutes("0.5", "m.registered_at"),
                            minutes("0.9", "m.registered_at"),
                            minutes("0.5", "d.left_at"),
                            minutes("0.9", "d.left_at"));

    private static final String HELP = MEMBERS + """
            select reception_point, reference, kind, count(distinct case_id)
            from member m join help_standing using (case_id)
            group by 1, 2, 3
            """;

    /** Who was registered before the landing did not wait. */
    private static String minutes(String fraction, String until) {
        return """
                percentile_cont(%1$s) within group (order by
                    greatest(0, cast(extract(epoch from %2$s - l.landed_at) as double precision)) / 60)
                filter (where %2$s is not null and l.landed_at is not null)
                """.formatted(fraction, until);
    }

    /**
     * How long something took.
     *
     * @param median minutes: half of the people waited no longer
     * @param p90 minutes: nine of ten people waited no longer
     */
    @Schema(requiredProperties = {"median", "p90"})
    record Minutes(double median, double p90) {
        static Minutes of(Object median, Object p90) {
            return median == null ? null : new Minutes(tenths(median), tenths(p90));
        }

        private static double tenths(Object minutes) {
            return Math.round(((Number) minutes).doubleValue() * 10) / 10.0;
        }
    }

    /**
     * @param arrivalId null if no landing is recorded, as with mode and landedAt
     * @param people who are registered with this flight
     * @param left how many of them left the reception point
     * @param untilRegistered from landing; null if no landing or nobody's time is known
     * @param untilLeft from landing; null as above
     * @param help how many people got each kind
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "FlightOfTheDay",
            requiredProperties = {"receptionPoint", "returnedOn", "reference", "people", "left", "help"})
    record Row(
            String receptionPoint,
            LocalDate returnedOn,
            String reference,
            ArrivalId arrivalId,
            TransportMode mode,
            Instant landedAt,
            long people,
            long left,
            Minutes untilRegistered,
            Minutes untilLeft,
            Map<String, Long> help) {}

    private record Key(String receptionPoint, String reference) {}

    Uni<List<Row>> of(Mutiny.Session session, InstitutionId institution, LocalDate day) {
        return help(session, institution, day)
                .chain(help -> query(session, FLIGHTS, institution, day)
                        .setParameter("max", MAX)
                        .getResultList()
                        .map(rows ->
                                rows.stream().map(row -> row(row, day, help)).toList()));
    }

    private static Uni<Map<Key, Map<String, Long>>> help(
            Mutiny.Session session, InstitutionId institution, LocalDate day) {
        return query(session, HELP, institution, day).getResultList().map(rows -> {
            Map<Key, Map<String, Long>> help = new HashMap<>();
            rows.forEach(row -> help.computeIfAbsent(
                            new Key((String) row[0], (String) row[1]), first -> new TreeMap<>())
                    .put((String) row[2], (Long) row[3]));
            return help;
        });
    }

    private static Mutiny.SelectionQuery<Object[]> query(
            Mutiny.Session session, String sql, InstitutionId institution, LocalDate day) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("institution", institution.value())
                .setParameter("day", day);
    }

    private static Row row(Object[] row, LocalDate day, Map<Key, Map<String, Long>> help) {
        Key key = new Key((String) row[0], (String) row[1]);
        Instant landedAt = ReportedTimes.stored(row[4]);
        return new Row(
                key.receptionPoint(),
                day,
                key.reference(),
                row[2] == null ? null : new ArrivalId((UUID) row[2]),
                row[3] == null ? null : Code.of(TransportMode.class, (String) row[3]),
                landedAt,
                (Long) row[5],
                (Long) row[6],
                Minutes.of(row[7], row[8]),
                Minutes.of(row[9], row[10]),
                help.getOrDefault(key, Map.of()));
    }
}
