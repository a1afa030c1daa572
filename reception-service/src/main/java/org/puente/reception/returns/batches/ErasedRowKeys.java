package org.puente.reception.returns.batches;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ErasureReason;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.RetentionBatches;
import org.puente.reception.identity.Fingerprints;
import org.puente.reception.returns.retention.ReturnErasureListener;

/**
 * Keeps of an erased return's row only what refuses the same row once more. A client's key often is a number of the
 * person in the client's own files; the ids of case and consent stand in facts. So the key becomes a mark under the
 * node's secret, both ids become random, and the time the day of the erasure, from which the mark is kept.
 */
@ApplicationScoped
class ErasedRowKeys implements ReturnErasureListener {
    private static final int BATCH = 500;

    private static final String OF_CASES = """
            select institution, key from registration_key
            where not erased
              and case_id in (select cast(json_array_elements_text(cast(cast(:ids as text) as json)) as uuid))
            """;

    /** Of returns that a release without this class erased. */
    private static final String LEFT = """
            select k.institution, k.key from registration_key k
            where not k.erased and k.at < :before
              and not exists (select 1 from case_key c where c.case_id = k.case_id)
            limit :most
            """;

    /** The release before may have registered the row of an erased return again, beside its mark. */
    private static final String DROP_FORMER = """
            delete from registration_key former
            using json_to_recordset(cast(cast(:rows as text) as json)) as sent(institution text, mark text)
            where former.institution = sent.institution and former.key = sent.mark
            """;

    private static final String REPLACE = """
            update registration_key k
            set key = sent.mark, erased = true, case_id = gen_random_uuid(), consent_id = gen_random_uuid(),
                code = null, at = date_trunc('day', now(), 'UTC')
            from json_to_recordset(cast(cast(:rows as text) as json)) as sent(institution text, key text, mark text)
            where k.institution = sent.institution and k.key = sent.key
            """;

    private final Fingerprints fingerprints;
    private final RetentionBatches batches;

    ErasedRowKeys(Fingerprints fingerprints, RetentionBatches batches) {
        this.fingerprints = fingerprints;
        this.batches = batches;
    }

    private record Row(String institution, String key, String mark) {}

    /** What stands for a key once its return is erased. */
    String mark(String institution, String key) {
        return fingerprints.ofContent(Json.write(List.of("erased row", institution, key)));
    }

    @Override
    public Uni<Void> erased(Mutiny.Session session, List<UUID> cases, ErasureReason why) {
        return session.createNativeQuery(OF_CASES, Object[].class)
                .setParameter("ids", Json.write(cases))
                .getResultList()
                .chain(rows -> replace(session, rows))
                .replaceWithVoid();
    }

    /** Seldom, since it looks at every key that is left: only the release before leaves some, while both run. */
    @Scheduled(
            every = "24h",
            delayed = "7m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "erased-row-keys")
    Uni<Void> tick() {
        return batches.end(
                Period.ZERO,
                BATCH,
                (session, before) -> session.createNativeQuery(LEFT, Object[].class)
                        .setParameter("before", before)
                        .setParameter("most", BATCH)
                        .getResultList()
                        .chain(rows -> replace(session, rows)));
    }

    private Uni<Integer> replace(Mutiny.Session session, List<Object[]> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<Row> rows = keys.stream()
                .map(row -> new Row((String) row[0], (String) row[1], mark((String) row[0], (String) row[1])))
                .toList();
        return change(session, DROP_FORMER, rows).chain(() -> change(session, REPLACE, rows));
    }

    private static Uni<Integer> change(Mutiny.Session session, String sql, List<Row> rows) {
        return session.createNativeQuery(sql)
                .setParameter("rows", Json.write(rows))
                .executeUpdate();
    }
}
