package org.puente.registry.directory;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** A query that is built from conditions; it reads a part of the rows and their total number. */
final class Selection {
    private final String columns;
    private final StringBuilder from;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * @param from the query from {@code from} on, including a first condition
     */
    Selection(String columns, String from) {
        this.columns = columns;
        this.from = new StringBuilder(from);
    }

    /**
     * @param condition with a {@code ?} for each value; a single null value adds no condition
     */
    Selection and(String condition, Object... values) {
        if (values.length == 1 && values[0] == null) {
            return this;
        }
        String named = condition;
        for (Object value : values) {
            String name = "p" + parameters.size();
            parameters.put(name, value);
            named = named.replaceFirst("\\?", ":" + name);
        }
        from.append(" and ").append(named);
        return this;
    }

    /**
     * @param text the SQL text in which each word must be found
     */
    Selection containing(String text, List<String> words) {
        words.forEach(word -> and("strpos(" + text + ", fold(?)) > 0", word));
        return this;
    }

    <T> Uni<Part<T>> part(Mutiny.Session session, String order, RowRange range, Function<Object[], T> row) {
        return bind(session.createNativeQuery("select count(*) " + from, Long.class))
                .getSingleResult()
                .chain(total -> bind(rows(session, order))
                        .setFirstResult(range.offset())
                        .setMaxResults(range.limit())
                        .getResultList()
                        .map(rows -> new Part<>(rows.stream().map(row).toList(), total)));
    }

    <T> Uni<List<T>> all(Mutiny.Session session, String order, Function<Object[], T> row) {
        return bind(rows(session, order))
                .getResultList()
                .map(rows -> rows.stream().map(row).toList());
    }

    <T> Uni<List<T>> first(Mutiny.Session session, String order, int max, Function<Object[], T> row) {
        return bind(rows(session, order))
                .setMaxResults(max)
                .getResultList()
                .map(rows -> rows.stream().map(row).toList());
    }

    /**
     * @return null if there is no row
     */
    <T> Uni<T> one(Mutiny.Session session, Function<Object[], T> row) {
        return all(session, "1", row).map(found -> found.isEmpty() ? null : found.getFirst());
    }

    private Mutiny.SelectionQuery<Object[]> rows(Mutiny.Session session, String order) {
        return session.createNativeQuery("select " + columns + " " + from + " order by " + order, Object[].class);
    }

    private <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
