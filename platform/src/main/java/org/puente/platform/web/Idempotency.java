package org.puente.platform.web;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.BatchedInserts;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.GroupIdempotency.Outcome;

/**
 * Lets a POST be repeated safely (draft-ietf-httpapi-idempotency-key-header): the same key with the
 * same body gets the first answer again, and nothing happens twice. The key is written in the
 * transaction of the action, and kept for 24 hours.
 */
@ApplicationScoped
public class Idempotency {
    static final String KEEP_ANSWER = """
            update idempotency_key known set answer = sent.answer
            from json_to_recordset(cast(cast(:rows as text) as json)) as sent(scope text, key text, answer text)
            where known.scope = sent.scope and known.key = sent.key
            """;

    private final UnitOfWork work;
    private final BatchedInserts inserts;

    Idempotency(UnitOfWork work, BatchedInserts inserts) {
        this.work = work;
        this.inserts = inserts;
    }

    /** A row of {@link #KEEP_ANSWER}. */
    record Answered(String scope, String key, String answer) {}

    /** How to keep an answer with content that must not be kept in the clear. */
    public interface Keeping {
        Keeping PLAIN = new Keeping() {
            @Override
            public StoredResponse sealed(StoredResponse answer) {
                return answer;
            }

            @Override
            public StoredResponse opened(StoredResponse kept) {
                return kept;
            }
        };

        /** The answer in the form in which it is kept. */
        StoredResponse sealed(StoredResponse answer);

        /** The answer, from what was kept. */
        StoredResponse opened(StoredResponse kept);

        /**
         * Leaves out what has ended since the answers were first given.
         *
         * @param opened answers that are to be given again; one at least
         * @return in their order; a refusal in place of an answer that does not hold any more
         */
        default Uni<List<Outcome>> inForce(Mutiny.Session session, List<StoredResponse> opened) {
            return Uni.createFrom().item(opened.stream().map(Outcome::of).toList());
        }
    }

    /** Runs the action once; its answer is kept as it is given. */
    public Uni<StoredResponse> once(
            Caller caller,
            String key,
            String endpoint,
            Object body,
            Function<Mutiny.Session, Uni<StoredResponse>> action) {
        return once(caller, key, endpoint, body, Keeping.PLAIN, action);
    }

    /**
     * @param key the Idempotency-Key header, or a key made of it; null if the client sent none:
     *     then nothing is kept
     * @param endpoint method and path, so that a key counts at one endpoint only
     * @param body the request, to distinguish a repetition from another request under the same key
     */
    public Uni<StoredResponse> once(
            Caller caller,
            String key,
            String endpoint,
            Object body,
            Keeping keeping,
            Function<Mutiny.Session, Uni<StoredResponse>> action) {
        if (key == null) {
            return work.run(action);
        }
        String scope = scope(caller, endpoint);
        String hash = hash(body);
        return work.run(session -> claim(session, scope, key, hash)
                .chain(fresh -> fresh
                        ? action.apply(session).call(answer -> keep(session, scope, key, keeping.sealed(answer)))
                        : earlier(session, scope, key, hash, keeping)));
    }

    /**
     * What a request was answered before. Who has to prepare much asks first, and spares it where the request is
     * repeated; the key is claimed by {@code once} all the same.
     *
     * @return null if it was not done before, or has no key
     */
    public Uni<StoredResponse> earlier(Caller caller, String key, String endpoint, Object body, Keeping keeping) {
        return key == null
                ? Uni.createFrom().nullItem()
                : work.read(session -> earlier(session, scope(caller, endpoint), key, hash(body), keeping));
    }

    private static Uni<Boolean> claim(Mutiny.Session session, String scope, String key, String hash) {
        return session.createNativeQuery("insert into idempotency_key (scope, key, hash)"
                        + " values (:scope, :key, :hash) on conflict do nothing")
                .setParameter("scope", scope)
                .setParameter("key", key)
                .setParameter("hash", hash)
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    /** With the other rows of the unit of work, at its end. */
    private Uni<Void> keep(Mutiny.Session session, String scope, String key, StoredResponse answer) {
        return inserts.add(session, KEEP_ANSWER, List.of(new Answered(scope, key, Json.write(answer))));
    }

    private static Uni<StoredResponse> earlier(
            Mutiny.Session session, String scope, String key, String hash, Keeping keeping) {
        return session.createNativeQuery(
                        "select hash, answer from idempotency_key" + " where scope = :scope and key = :key",
                        Object[].class)
                .setParameter("scope", scope)
                .setParameter("key", key)
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .transformToUni(row -> {
                    if (!hash.equals(row[0])) {
                        throw reused();
                    }
                    StoredResponse opened = keeping.opened(Json.read((String) row[1], StoredResponse.class));
                    return keeping.inForce(session, List.of(opened))
                            .map(outcomes -> outcomes.getFirst().answerOrThrow());
                });
    }

    /** What a key counts within. */
    static String scope(Caller caller, String endpoint) {
        return caller.institution() + " " + endpoint;
    }

    static ProblemException reused() {
        return ProblemException.ruleBroken("idempotency-key-reused");
    }

    static String hash(Object body) {
        try {
            byte[] text = Json.write(body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "forget-idempotency-keys")
    Uni<Void> forget() {
        return work.run(session -> session.createNativeQuery(
                        "delete from idempotency_key" + " where at < now() - interval '24 hours'")
                .executeUpdate()
                .replaceWithVoid());
    }
}
