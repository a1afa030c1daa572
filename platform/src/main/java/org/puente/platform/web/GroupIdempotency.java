package org.puente.platform.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.BatchedInserts;
import org.puente.platform.persistence.JsonRows;
import org.puente.platform.problems.ProblemException;

/** As {@link Idempotency}, for requests that one transaction does together, with the statements of one. */
@ApplicationScoped
public class GroupIdempotency {
    private static final String ROWS = "json_to_recordset(cast(cast(:rows as text) as json)) as sent";

    /** In the order of the keys, so that two groups never wait for each other. */
    private static final String CLAIM = """
            with claimed as (
                insert into idempotency_key (scope, key, hash)
                select scope, key, hash from %s(scope text, key text, hash text)
                order by scope, key
                on conflict do nothing
                returning scope, key)
            select scope, key from claimed
            """.formatted(ROWS);

    private static final String EARLIER = """
            select scope, key, known.hash, answer
            from idempotency_key known join %s(scope text, key text) using (scope, key)
            """.formatted(ROWS);

    private static final String RELEASE = """
            delete from idempotency_key known using %s(scope text, key text)
            where known.scope = sent.scope and known.key = sent.key
            """.formatted(ROWS);

    private final BatchedInserts inserts;

    GroupIdempotency(BatchedInserts inserts) {
        this.inserts = inserts;
    }

    /**
     * One request of a group.
     *
     * @param key the Idempotency-Key header; null if the client sent none: then nothing is kept. No two requests of a
     *     group have the same key in the same scope
     * @param body to distinguish a repetition from another request under the same key
     * @param <T> what the action needs to know of it
     */
    public record Request<T>(Caller caller, String endpoint, String key, Object body, T content) {
        /** Names the key among those of all; null if there is none. */
        public Id id() {
            return key == null ? null : new Id(Idempotency.scope(caller, endpoint), key);
        }

        @Override
        public String toString() {
            return "Request[" + endpoint + "]";
        }
    }

    /** A key within its scope. */
    public record Id(String scope, String key) {}

    /** What becomes of a request of a group: an answer, or a refusal, which leaves nothing of it. */
    public record Outcome(StoredResponse answer, ProblemException refusal) {
        public static Outcome of(StoredResponse answer) {
            return new Outcome(answer, null);
        }

        public static Outcome of(ProblemException refusal) {
            return new Outcome(null, refusal);
        }

        StoredResponse answerOrThrow() {
            if (refusal != null) {
                throw refusal;
            }
            return answer;
        }
    }

    private record Kept(String hash, StoredResponse answer) {}

    /**
     * Runs the action for those of the requests that were not done before.
     *
     * @param action an outcome for each, in their order; it writes nothing for those that it refuses
     * @return an outcome for each, in their order
     */
    public <T> Uni<List<Outcome>> once(
            Mutiny.Session session,
            List<Request<T>> requests,
            Idempotency.Keeping keeping,
            Function<List<Request<T>>, Uni<List<Outcome>>> action) {
        return claim(session, requests)
                .chain(claimed -> earlier(session, requests, claimed))
                .chain(earlier -> repeated(session, requests, earlier, keeping))
                .chain(repeated -> {
                    List<Request<T>> fresh = requests.stream()
                            .filter(request -> request.key() == null || !repeated.containsKey(request.id()))
                            .toList();
                    Uni<List<Outcome>> done = fresh.isEmpty() ? Uni.createFrom().item(List.of()) : action.apply(fresh);
                    return done.call(outcomes -> keep(session, fresh, outcomes, keeping))
                            .map(outcomes -> all(requests, repeated, outcomes));
                });
    }

    private static <T> Uni<Set<Id>> claim(Mutiny.Session session, List<Request<T>> requests) {
        List<Map<String, String>> rows = requests.stream()
                .filter(request -> request.key() != null)
                .map(request -> Map.of(
                        "scope", request.id().scope(), "key", request.key(), "hash", Idempotency.hash(request.body())))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("rows", Json.write(rows))
                        .getResultList()
                        .map(found -> found.stream().map(GroupIdempotency::id).collect(Collectors.toSet()));
    }

    /** What was kept under keys that could not be claimed. */
    private static <T> Uni<Map<Id, Kept>> earlier(Mutiny.Session session, List<Request<T>> requests, Set<Id> claimed) {
        Set<Id> others = requests.stream()
                .map(Request::id)
                .filter(id -> id != null && !claimed.contains(id))
                .collect(Collectors.toCollection(HashSet::new));
        return others.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(EARLIER, Object[].class)
                        .setParameter("rows", Json.write(others))
                        .getResultList()
                        .map(found -> found.stream()
                                .collect(Collectors.toMap(
                                        GroupIdempotency::id,
                                        row -> new Kept(
                                                (String) row[2], Json.read((String) row[3], StoredResponse.class)))));
    }

    private <T> Uni<Void> keep(
            Mutiny.Session session, List<Request<T>> fresh, List<Outcome> outcomes, Idempotency.Keeping keeping) {
        Map<Id, Outcome> keyed = new HashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            if (fresh.get(i).key() != null) {
                keyed.put(fresh.get(i).id(), outcomes.get(i));
            }
        }
        List<Idempotency.Answered> answers = keyed.entrySet().stream()
                .filter(one -> one.getValue().refusal() == null)
                .map(one -> new Idempotency.Answered(
                        one.getKey().scope(),
                        one.getKey().key(),
                        Json.write(keeping.sealed(one.getValue().answer()))))
                .toList();
        List<Id> refused = keyed.entrySet().stream()
                .filter(one -> one.getValue().refusal() != null)
                .map(Map.Entry::getKey)
                .toList();
        return inserts.add(session, Idempotency.KEEP_ANSWER, answers)
                .chain(() -> JsonRows.write(session, RELEASE, refused));
    }

    /** In the order of the requests. */
    private static <T> List<Outcome> all(List<Request<T>> requests, Map<Id, Outcome> repeated, List<Outcome> outcomes) {
        Iterator<Outcome> fresh = outcomes.iterator();
        return requests.stream()
                .map(request -> request.key() == null || !repeated.containsKey(request.id())
                        ? fresh.next()
                        : repeated.get(request.id()))
                .toList();
    }

    /** What those get that were done before. */
    private static <T> Uni<Map<Id, Outcome>> repeated(
            Mutiny.Session session, List<Request<T>> requests, Map<Id, Kept> earlier, Idempotency.Keeping keeping) {
        Map<Id, Outcome> repeated = new HashMap<>();
        Map<Id, StoredResponse> same = new LinkedHashMap<>();
        for (Request<T> request : requests) {
            Kept kept = request.key() == null ? null : earlier.get(request.id());
            if (kept != null && kept.hash().equals(Idempotency.hash(request.body()))) {
                same.put(request.id(), keeping.opened(kept.answer()));
            } else if (kept != null) {
                repeated.put(request.id(), Outcome.of(Idempotency.reused()));
            }
        }
        return same.isEmpty()
                ? Uni.createFrom().item(repeated)
                : keeping.inForce(session, List.copyOf(same.values())).map(outcomes -> {
                    Iterator<Outcome> next = outcomes.iterator();
                    same.keySet().forEach(id -> repeated.put(id, next.next()));
                    return repeated;
                });
    }

    private static Id id(Object[] row) {
        return new Id((String) row[0], (String) row[1]);
    }
}
