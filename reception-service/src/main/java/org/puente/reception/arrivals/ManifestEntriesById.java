package org.puente.reception.arrivals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalId;
import org.puente.contracts.CaseId;
import org.puente.contracts.NodeId;
import org.puente.platform.json.Json;
import org.puente.reception.returns.batches.NamedEntries.EntryId;

/** Reads and changes entries of any manifests, many by one statement. */
@ApplicationScoped
class ManifestEntriesById {
    /** In one order, so that two batches never wait for each other. */
    private static final String FIND = """
            select e.entry, e.version, coalesce(e.changed_in, e.version), e.content, e.case_id, e.registered_at,
                   e.from_node, e.arrival_id
            from json_to_recordset(cast(cast(:rows as text) as json)) as sent (node text, id uuid, entry integer)
            join manifest_entry e on e.from_node = sent.node and e.arrival_id = sent.id and e.entry = sent.entry
            order by e.from_node, e.arrival_id, e.entry
            """;

    private static final String REGISTERED = """
            update manifest_entry e set case_id = sent."caseId", registered_at = :now, content = null
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 sent (node text, id uuid, entry integer, "caseId" uuid)
            where e.from_node = sent.node and e.arrival_id = sent.id and e.entry = sent.entry
            """;

    private record Row(String node, UUID id, int entry, UUID caseId) {
        private static Row of(EntryId id, CaseId caseId) {
            return new Row(id.node().value(), id.arrival().value(), id.entry(), caseId == null ? null : caseId.value());
        }
    }

    /** Those that there are. */
    Uni<Map<EntryId, ManifestEntries.Entry>> find(Mutiny.Session session, Collection<EntryId> ids, boolean locked) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(FIND + (locked ? "for update of e" : ""), Object[].class)
                        .setParameter(
                                "rows",
                                rows(ids.stream()
                                        .distinct()
                                        .map(id -> Row.of(id, null))
                                        .toList()))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(ManifestEntriesById::id, ManifestEntries.Entry::of)));
    }

    private static EntryId id(Object[] row) {
        return new EntryId(new NodeId((String) row[6]), new ArrivalId((UUID) row[7]), (Integer) row[0]);
    }

    /** Notes who came, and erases the entries. */
    Uni<Void> registered(Mutiny.Session session, Map<EntryId, CaseId> cases, Instant now) {
        return cases.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(REGISTERED)
                        .setParameter(
                                "rows",
                                rows(cases.entrySet().stream()
                                        .map(one -> Row.of(one.getKey(), one.getValue()))
                                        .toList()))
                        .setParameter("now", now)
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static String rows(List<Row> rows) {
        return Json.write(rows);
    }
}
