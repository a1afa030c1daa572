package org.puente.platform.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;

/**
 * Rows that a unit of work writes at its end, all rows of all tables by one statement. So a batch of
 * received facts costs as many statements as a single fact. What is written together sees what was there before:
 * no statement reads a table that another one writes.
 */
@ApplicationScoped
public class BatchedInserts {
    /** In characters; sealed attachments have hundreds of thousands each. */
    private static final int MAX = 262_144;

    private static final String PARAMETER = ":rows";

    private final Map<Mutiny.Session, Map<String, Rows>> bySession = new ConcurrentHashMap<>();

    /** The few combinations of tables that units of work write. */
    private final Map<List<String>, String> joined = new ConcurrentHashMap<>();

    private static final class Rows {
        private final List<String> all = new ArrayList<>();
        private int size;

        void add(String row) {
            all.add(row);
            size += row.length();
        }
    }

    /** A unit of work begins: its session may add rows from now on. */
    void begin(Mutiny.Session session) {
        bySession.put(session, new LinkedHashMap<>());
    }

    /**
     * Adds rows in their order. They are written when the unit of work ends, or at once if they
     * have become many, so that memory is bounded.
     *
     * @param insert a native statement that takes a JSON array of rows, as text, in {@code :rows}, and inserts
     *     or updates by them
     * @return fails with IllegalStateException outside of a unit of work, as within a read: nothing
     *     would write the rows
     */
    public Uni<Void> add(Mutiny.Session session, String insert, List<?> rows) {
        return Uni.createFrom().deferred(() -> {
            Map<String, Rows> here = bySession.get(session);
            if (here == null) {
                throw new IllegalStateException("rows are added within a unit of work, never within a read");
            }
            if (rows.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Rows gathered = here.computeIfAbsent(insert, first -> new Rows());
            rows.forEach(row -> gathered.add(Json.write(row)));
            return gathered.size < MAX
                    ? Uni.createFrom().voidItem()
                    : write(session, join(List.of(insert)), List.of(here.remove(insert)));
        });
    }

    /** Writes the rows gathered so far. */
    public Uni<Void> write(Mutiny.Session session) {
        Map<String, Rows> here = bySession.get(session);
        if (here == null || here.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Rows> gathered = new LinkedHashMap<>(here);
        here.clear();
        return write(
                session,
                joined.computeIfAbsent(List.copyOf(gathered.keySet()), BatchedInserts::join),
                gathered.values());
    }

    /** All but the last are common table expressions: PostgreSQL runs each of them once and to its end. */
    private static String join(List<String> inserts) {
        StringBuilder all = new StringBuilder();
        int last = inserts.size() - 1;
        for (int i = 0; i < last; i++) {
            all.append(i == 0 ? "with " : ", ").append("written").append(i).append(" as (");
            all.append(numbered(inserts, i)).append(")\n");
        }
        return all.append(numbered(inserts, last)).toString();
    }

    private static String numbered(List<String> inserts, int i) {
        return inserts.get(i).replace(PARAMETER, PARAMETER + i);
    }

    /** Ends a unit of work: drops rows that were not written, as after a failure. */
    void forget(Mutiny.Session session) {
        bySession.remove(session);
    }

    private static Uni<Void> write(Mutiny.Session session, String statement, Collection<Rows> tables) {
        Mutiny.MutationQuery query = session.createNativeQuery(statement);
        int i = 0;
        for (Rows rows : tables) {
            query.setParameter("rows" + i++, "[" + String.join(",", rows.all) + "]");
        }
        return query.executeUpdate().replaceWithVoid();
    }
}
