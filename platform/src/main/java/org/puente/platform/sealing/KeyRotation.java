package org.puente.platform.sealing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.ConsentPurpose;
import org.puente.platform.execution.WorkerPool;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.UnitOfWork;

/** Seals dossiers that a service keeps anew with the node's newest key, so that older keys can be removed. */
@ApplicationScoped
public class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    /** So many rows are locked while they are sealed. */
    private static final int BATCH = 20;

    /** A round ends after ten thousand dossiers, and the next round goes on. */
    private static final int MAX_BATCHES = 500;

    private static final UUID FIRST = new UUID(0, 0);

    private final UnitOfWork work;
    private final NodeKeys keys;

    KeyRotation(UnitOfWork work, NodeKeys keys) {
        this.work = work;
        this.keys = keys;
    }

    /**
     * A table of sealed dossiers.
     *
     * @param take native SQL: locks the rows under the older keys {@code :older}, with spaces between
     *     them, and selects their id as text and their JWE, in the order of the id, after the id
     *     {@code :after} and {@code :max} at most
     * @param replace native SQL: writes the key {@code :kid} and the JWEs of {@code :rows}, a JSON array
     *     of {@code {"id", "former", "jwe"}}
     */
    public record SealedTable(String take, String replace, ConsentPurpose purpose) {}

    private record Row(UUID id, String jwe) {}

    private record ResealedRow(UUID id, String former, String jwe) {}

    /** Seals one round of a table's dossiers; a dossier that cannot be opened stays as it is. */
    public Uni<Void> reseal(SealedTable table) {
        JsonWebKey newest = Seal.newest(keys.published());
        List<String> own =
                keys.own().getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList();
        String older =
                own.stream().filter(kid -> !kid.equals(newest.getKeyId())).collect(Collectors.joining(" "));
        // Without the private part of the newest key, anything sealed to it could not be opened.
        return older.isEmpty() || !own.contains(newest.getKeyId())
                ? Uni.createFrom().voidItem()
                : reseal(table, older, newest);
    }

    private Uni<Void> reseal(SealedTable table, String older, JsonWebKey newest) {
        AtomicReference<UUID> last = new AtomicReference<>(FIRST);
        return Multi.createBy()
                .repeating()
                .uni(() -> work.run(session -> batch(session, table, older, last.get(), newest)))
                .whilst(batch -> {
                    batch.forEach(row -> last.set(row.id()));
                    return batch.size() == BATCH;
                })
                .select()
                .first(MAX_BATCHES)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<Row>> batch(
            Mutiny.Session session, SealedTable table, String older, UUID after, JsonWebKey newest) {
        return session.createNativeQuery(table.take(), Object[].class)
                .setParameter("older", older)
                .setParameter("after", after)
                .setParameter("max", BATCH)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Row(UUID.fromString((String) row[0]), (String) row[1]))
                        .toList())
                .call(taken -> replace(session, table, taken, newest));
    }

    private Uni<Void> replace(Mutiny.Session session, SealedTable table, List<Row> taken, JsonWebKey newest) {
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : WorkerPool.of(() -> taken.stream()
                                .flatMap(row -> resealed(row, table.purpose(), newest).stream())
                                .toList())
                        .chain(rows -> session.createNativeQuery(table.replace())
                                .setParameter("kid", newest.getKeyId())
                                .setParameter("rows", Json.write(rows))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private Optional<ResealedRow> resealed(Row row, ConsentPurpose purpose, JsonWebKey newest) {
        try {
            byte[] contents = Seal.openBytes(row.jwe(), keys.own());
            return Optional.of(
                    new ResealedRow(row.id(), row.jwe(), Seal.seal(contents, Purpose.label(purpose), newest)));
        } catch (Seal.SealBroken e) {
            LOG.warnf("A dossier for %s cannot be opened: %s", purpose.code(), row.id());
            return Optional.empty();
        }
    }
}
