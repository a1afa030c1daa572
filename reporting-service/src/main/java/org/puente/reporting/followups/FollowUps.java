package org.puente.reporting.followups;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.FollowUpKind;
import org.puente.contracts.VisitOutcome;
import org.puente.platform.inbox.Received;
import org.puente.platform.json.Json;

/** The follow-ups of all nodes: one read and one write for any number of facts. */
@ApplicationScoped
public class FollowUps {
    /** Reads key by key: a query plan from when the table was small must not read all of it later. */
    private static final String LOAD = """
            select kept.known
            from json_to_recordset(cast(cast(:keys as text) as json)) as key (id uuid, node text)
            cross join lateral (
                select known from followup
                where followup_id = key.id and followup.node = key.node limit 1
            ) as kept
            """;

    private static final String UPSERT = """
            insert into followup (followup_id, node, case_id, known, status, institution, kind,
                due_on, outcome, open_since)
            select "followUpId", node, "caseId", cast(known as text), status, institution, kind, "dueOn", outcome,
                "openSince"
            from json_to_recordset(cast(convert_from(:rows, 'UTF8') as json)) as
                ("followUpId" uuid, node text, "caseId" uuid, known json, status text,
                 institution text, kind text, "dueOn" date, outcome text,
                 "openSince" timestamptz)
            on conflict (followup_id, node) do update set
                case_id = excluded.case_id, known = excluded.known, status = excluded.status,
                institution = excluded.institution, kind = excluded.kind,
                due_on = excluded.due_on, outcome = excluded.outcome,
                open_since = excluded.open_since
            """;

    private final CaseEnds ends;

    FollowUps(CaseEnds ends) {
        this.ends = ends;
    }

    /** A row of the table; kind and due date are null until the planned fact is known. */
    record Row(
            UUID followUpId,
            String node,
            UUID caseId,
            @JsonRawValue String known,
            Status status,
            String institution,
            FollowUpKind kind,
            LocalDate dueOn,
            VisitOutcome outcome,
            Instant openSince) {

        static Row of(FollowUpFacts known) {
            FollowUpFact.Planned plan =
                    known.planned() == null ? null : known.planned().fact();
            return new Row(
                    known.followUpId().value(),
                    known.node().value(),
                    known.caseId().value(),
                    Json.write(known),
                    known.status(),
                    known.institution().value(),
                    plan == null ? null : plan.kind(),
                    plan == null ? null : plan.dueOn(),
                    known.completed() == null ? null : known.completed().fact().outcome(),
                    known.openSince());
        }
    }

    /**
     * Applies the facts of follow-ups; other facts are skipped. The session must hold the turn of
     * intake.
     */
    public Uni<Void> take(Mutiny.Session session, List<Received> facts) {
        return ends.take(session, facts).chain(() -> takeFollowUps(session, facts));
    }

    private Uni<Void> takeFollowUps(Mutiny.Session session, List<Received> facts) {
        Map<FollowUpFacts.Key, FollowUpFacts> touched = gather(facts);
        if (touched.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(LOAD, String.class)
                .setParameter("keys", Json.write(touched.keySet()))
                .getResultList()
                .invoke(rows -> rows.forEach(row -> add(touched, Json.read(row, FollowUpFacts.class))))
                .chain(() -> write(session, touched.values()));
    }

    /** The facts of each follow-up, put together. */
    static Map<FollowUpFacts.Key, FollowUpFacts> gather(List<Received> facts) {
        Map<FollowUpFacts.Key, FollowUpFacts> known = new HashMap<>();
        for (Received received : facts) {
            if (received.fact().orElse(null) instanceof FollowUpFact fact) {
                FollowUpFacts.of(received, fact).ifPresent(more -> add(known, more));
            }
        }
        return known;
    }

    private static void add(Map<FollowUpFacts.Key, FollowUpFacts> known, FollowUpFacts more) {
        known.merge(more.key(), more, FollowUpFacts::merge);
    }

    private static Uni<Void> write(Mutiny.Session session, Collection<FollowUpFacts> known) {
        return session.createNativeQuery(UPSERT)
                .setParameter("rows", Json.bytes(known.stream().map(Row::of).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }
}
