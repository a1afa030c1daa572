package org.puente.reporting.followups;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FollowUpFact;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/** When each node last closed a case; the case may be followed up again afterwards. */
@ApplicationScoped
class CaseEnds {
    private static final String UPSERT = """
            insert into case_end (case_id, node, ended_at)
            select "caseId", node, max("endedAt")
            from json_to_recordset(cast(convert_from(:rows, 'UTF8') as json)) as
                ("caseId" uuid, node text, "endedAt" timestamptz)
            group by 1, 2
            on conflict (case_id, node) do update
            set ended_at = greatest(case_end.ended_at, excluded.ended_at)
            """;

    private record Row(String caseId, String node, Instant endedAt) {}

    Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        List<Row> rows = facts.stream().flatMap(CaseEnds::row).toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(UPSERT)
                        .setParameter("rows", Json.bytes(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static Stream<Row> row(Received received) {
        return received.fact().orElse(null) instanceof FollowUpFact.CaseClosed closed
                ? Stream.of(new Row(
                        closed.caseId().toString(),
                        received.envelope().source().node().value(),
                        closed.occurredAt()))
                : Stream.empty();
    }
}
