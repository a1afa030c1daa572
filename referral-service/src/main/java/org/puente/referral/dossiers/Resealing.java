package org.puente.referral.dossiers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
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
import org.jose4j.jwk.JsonWebKeySet;
import org.puente.platform.WorkerPool;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.sealing.NodeKeys;
import org.puente.platform.sealing.Seal;

/**
 * Keeps the dossiers of this node's own cases under its newest key. They don't lapse, and so would
 * need every older key for good. The dossiers of referrals do lapse, and stay as they came.
 */
@ApplicationScoped
class Resealing {
    private static final Logger LOG = Logger.getLogger(Resealing.class);

    /** So many rows are locked while they are sealed. */
    private static final int MAX = 20;

    private static final int MAX_BATCHES = 500;

    private static final UUID FIRST = new UUID(0, 0);

    private static final String TAKE = """
            select dossier_id, from_node, belongs_to, referral_id, case_id, kid, jwe, sealed_at,
                   erased_at, erased_why
            from sealed_dossier
            where case_id is not null and referral_id is null and jwe is not null
              and kid = any(string_to_array(cast(:older as text), ' ')) and dossier_id > :after
            order by dossier_id limit :most for update skip locked
            """;

    private final UnitOfWork work;
    private final NodeKeys keys;

    Resealing(UnitOfWork work, NodeKeys keys) {
        this.work = work;
        this.keys = keys;
    }

    /** A round ends after ten thousand dossiers, and the next one goes on. */
    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "dossiers-resealing")
    Uni<Void> tick() {
        String newest = Seal.newest(keys.published()).getKeyId();
        JsonWebKeySet own = keys.own();
        String older = older(own, newest);
        if (older.isEmpty() || !has(own, newest)) {
            return Uni.createFrom().voidItem();
        }
        AtomicReference<UUID> after = new AtomicReference<>(FIRST);
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        work.run(session -> some(session, older, after.get())).invoke(done -> moveOn(after, done)))
                .whilst(done -> done.size() == MAX)
                .select()
                .first(MAX_BATCHES)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static String older(JsonWebKeySet own, String newest) {
        return own.getJsonWebKeys().stream()
                .map(JsonWebKey::getKeyId)
                .filter(kid -> !kid.equals(newest))
                .collect(Collectors.joining(" "));
    }

    /** A dossier that is sealed to a key whose private part isn't here is lost. */
    private static boolean has(JsonWebKeySet own, String newest) {
        return own.getJsonWebKeys().stream().anyMatch(key -> newest.equals(key.getKeyId()));
    }

    private static void moveOn(AtomicReference<UUID> after, List<Dossier> done) {
        if (!done.isEmpty()) {
            after.set(done.getLast().dossierId);
        }
    }

    private Uni<List<Dossier>> some(Mutiny.Session session, String older, UUID after) {
        return session.createNativeQuery(TAKE, Dossier.class)
                .setParameter("older", older)
                .setParameter("after", after)
                .setParameter("most", MAX)
                .getResultList()
                .call(this::reseal);
    }

    private Uni<Void> reseal(List<Dossier> dossiers) {
        JsonWebKey newest = Seal.newest(keys.published());
        List<String> jwes = dossiers.stream().map(dossier -> dossier.jwe).toList();
        return WorkerPool.of(() -> jwes.stream().map(jwe -> anew(jwe, newest)).toList())
                .invoke(anew -> {
                    for (int i = 0; i < anew.size(); i++) {
                        replace(dossiers.get(i), anew.get(i), newest);
                    }
                })
                .replaceWithVoid();
    }

    private Optional<String> anew(String jwe, JsonWebKey newest) {
        try {
            return Optional.of(Seal.seal(Seal.open(jwe, keys.own()), newest));
        } catch (Seal.SealBroken e) {
            return Optional.empty();
        }
    }

    private static void replace(Dossier dossier, Optional<String> jwe, JsonWebKey newest) {
        if (jwe.isEmpty()) {
            LOG.warnf("A dossier of a case cannot be opened: %s", dossier.id());
            return;
        }
        dossier.jwe = jwe.get();
        dossier.kid = newest.getKeyId();
    }
}
