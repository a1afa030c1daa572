package org.puente.followup.dossiers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.ConsentPurpose;
import org.puente.platform.WorkerPool;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.sealing.Seal;

/** Seals dossiers anew with the node's newest key, so that older keys can be removed. */
@ApplicationScoped
class Resealing {
    private static final Logger LOG = Logger.getLogger(Resealing.class);

    /** So many rows are locked while they are sealed. */
    private static final int BATCH = 20;

    /** A round ends after ten thousand dossiers, and the next round goes on. */
    private static final int MAX_BATCHES = 500;

    private static final UUID FIRST = new UUID(0, 0);

    private static final String TAKE = """
            select cast(case_id as text), jwe from visit_dossier
            where kid = any(string_to_array(cast(:older as text), ' ')) and case_id > :after
            order by case_id limit :most for update skip locked
            """;

    private static final String REPLACE = """
            update visit_dossier set kid = :kid, jwe = anew.jwe
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 anew ("caseId" uuid, jwe text)
            where case_id = anew."caseId"
            """;

    private final UnitOfWork work;
    private final NodeKeys keys;

    Resealing(UnitOfWork work, NodeKeys keys) {
        this.work = work;
        this.keys = keys;
    }

    private record Row(UUID caseId, String jwe) {}

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "visit-dossiers-resealing")
    Uni<Void> tick() {
        JsonWebKey newest = Seal.newest(keys.published());
        List<String> own =
                keys.own().getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList();
        String older =
                own.stream().filter(kid -> !kid.equals(newest.getKeyId())).collect(Collectors.joining(" "));
        // Without the private part of the newest key, anything sealed to it could not be opened.
        return older.isEmpty() || !own.contains(newest.getKeyId())
                ? Uni.createFrom().voidItem()
                : all(older, newest);
    }

    private Uni<Void> all(String older, JsonWebKey newest) {
        AtomicReference<UUID> last = new AtomicReference<>(FIRST);
        return Multi.createBy()
                .repeating()
                .uni(() -> work.run(session -> some(session, last.get(), older, newest)))
                .whilst(taken -> {
                    taken.forEach(row -> last.set(row.caseId()));
                    return taken.size() == BATCH;
                })
                .select()
                .first(MAX_BATCHES)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<Row>> some(Mutiny.Session session, UUID last, String older, JsonWebKey newest) {
        return session.createNativeQuery(TAKE, Object[].class)
                .setParameter("older", older)
                .setParameter("after", last)
                .setParameter("most", BATCH)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(r -> new Row(UUID.fromString((String) r[0]), (String) r[1]))
                        .toList())
                .call(taken -> reseal(session, taken, newest));
    }

    private Uni<Void> reseal(Mutiny.Session session, List<Row> taken, JsonWebKey newest) {
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : WorkerPool.of(() -> taken.stream()
                                .flatMap(row -> anew(row, newest).stream())
                                .toList())
                        .chain(anew -> session.createNativeQuery(REPLACE)
                                .setParameter("kid", newest.getKeyId())
                                .setParameter("rows", Json.write(anew))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private Optional<Row> anew(Row row, JsonWebKey newest) {
        try {
            String text = Seal.open(row.jwe(), keys.own());
            return Optional.of(new Row(
                    row.caseId(),
                    Seal.seal(text.getBytes(StandardCharsets.UTF_8), Purpose.label(ConsentPurpose.FOLLOW_UP), newest)));
        } catch (Seal.SealBroken e) {
            LOG.warnf("The dossier for visits of case %s cannot be opened", row.caseId());
            return Optional.empty();
        }
    }
}
