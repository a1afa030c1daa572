package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.platform.json.Json;
import org.puente.reception.arrivals.ExpectedArrival.Key;

/**
 * Finds arrivals that seem to be one flight or bus, announced by two institutions: the same receiving institution,
 * reception point and number, within half a day. The next flight of that number comes a day later.
 */
@ApplicationScoped
class SameFlight {
    /** Five of each: a node that announces one flight a thousand times makes no long answer. */
    private static final String FIND = """
            select sent.node, sent.id, b.from_node, b.arrival_id, b.announcer
            from json_to_recordset(cast(cast(:keys as text) as json)) as sent (node text, id uuid)
            join expected_arrival a on a.from_node = sent.node and a.arrival_id = sent.id
            cross join lateral (
                select o.from_node, o.arrival_id, o.announcer from expected_arrival o
                where o.institution = a.institution and o.reception_point = a.reception_point
                  and o.reference = a.reference
                  and o.expected_at between a.expected_at - interval '12 hours' and a.expected_at + interval '12 hours'
                  and o.cancelled_at is null
                  and (o.from_node, o.arrival_id) <> (a.from_node, a.arrival_id)
                order by o.expected_at, o.from_node, o.arrival_id limit 5) b
            where a.cancelled_at is null
            """;

    /** Another announcement of the flight or bus. */
    @Schema(
            name = "ArrivalAlsoAnnounced",
            requiredProperties = {"arrivalId", "announcedBy"})
    record Other(ArrivalId arrivalId, Party announcedBy) {}

    private record KeyRow(String node, UUID id) {}

    /** Of arrivals that have others; the rest is absent. */
    Uni<Map<Key, List<Other>>> of(Mutiny.Session session, Collection<Key> arrivals) {
        return arrivals.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(FIND, Object[].class)
                        .setParameter(
                                "keys",
                                Json.write(arrivals.stream()
                                        .map(key -> new KeyRow(
                                                key.node().value(), key.id().value()))
                                        .toList()))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.groupingBy(
                                        SameFlight::key, Collectors.mapping(SameFlight::other, Collectors.toList()))));
    }

    private static Key key(Object[] row) {
        return new Key(new NodeId((String) row[0]), new ArrivalId((UUID) row[1]));
    }

    private static Other other(Object[] row) {
        return new Other(new ArrivalId((UUID) row[3]), new Party(new NodeId((String) row[2]), new InstitutionId((String)
                row[4])));
    }
}
