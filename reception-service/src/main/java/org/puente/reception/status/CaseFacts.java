package org.puente.reception.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.platform.Node;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/**
 * Stores the facts of this node's cases, each fact once and in no order; {@link CaseTimeline}
 * computes the status from them. Facts of other nodes' cases also arrive here, and are not stored.
 * The number of facts that another node can add to a case is limited.
 */
@ApplicationScoped
public class CaseFacts {
    private static final String KEEP = """
            insert into case_fact (id, case_id, source, heard)
            select id, "caseId", source, fact
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 taken (id uuid, "caseId" uuid, source text, fact text)
            where exists (select 1 from case_key where case_key.case_id = "caseId")
              and (source = '' or
                   (select count(*) from case_fact known
                    where known.case_id = "caseId" and known.source = taken.source) < :max)
            on conflict (id) do nothing
            """;

    /** Maximum per case and other node; a referral brings about a dozen facts. */
    private static final int MAX = 500;

    private final Node node;

    CaseFacts(Node node) {
        this.node = node;
    }

    /**
     * @param source the node that published the fact; empty for the own node
     */
    private record Row(UUID id, CaseId caseId, String source, String fact) {}

    /** Takes in facts about cases; other facts are skipped. */
    public Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        List<Row> rows = facts.stream()
                .flatMap(received -> StoredCaseFact.of(received, node.id()).map(fact -> row(received, fact)).stream())
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(KEEP)
                        .setParameter("rows", Json.write(rows))
                        .setParameter("max", MAX)
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private Row row(Received received, StoredCaseFact stored) {
        CaseId caseId = switch (received.fact().orElseThrow()) {
            case ReferralFact fact -> fact.caseId();
            case ReferralNote note -> note.caseId();
            case FollowUpFact fact -> fact.caseId();
            default -> throw new IllegalStateException("not about a case");
        };
        NodeId from = received.topic().node();
        return from.equals(node.id())
                ? new Row(received.envelope().id(), caseId, "", Json.write(stored))
                : new Row(key(received), caseId, from.value(), Json.write(stored));
    }

    /** A key of node and fact id together: another node cannot block a fact by using its id first. */
    private static UUID key(Received received) {
        String name = received.topic().node() + "/" + received.envelope().id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Without those of a kind that only a later release knows: the person's status does without them. */
    Uni<List<StoredCaseFact>> of(Mutiny.Session session, CaseId caseId) {
        return session.createNativeQuery("select heard from case_fact where case_id = :case", String.class)
                .setParameter("case", caseId.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .flatMap(row -> Json.readIfKnown(row, StoredCaseFact.class).stream())
                        .toList());
    }
}
