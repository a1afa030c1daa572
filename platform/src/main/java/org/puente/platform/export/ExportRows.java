package org.puente.platform.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;

/** Reads rows as JSON: the names are those of the columns of the query. */
public final class ExportRows {
    private ExportRows() {}

    /**
     * @param sql a query with the parameter {@code :case}, written in this code
     * @return an array with an object for each row; members that are null are left out
     */
    public static Uni<JsonNode> of(Mutiny.Session session, String sql, UUID caseId) {
        return of(session, sql, Map.of("case", caseId));
    }

    /**
     * @param sql a query written in this code
     * @param parameters of the query, by name
     * @return as {@link #of(Mutiny.Session, String, UUID)}
     */
    public static Uni<JsonNode> of(Mutiny.Session session, String sql, Map<String, Object> parameters) {
        Mutiny.SelectionQuery<String> query = session.createNativeQuery(
                "select cast(coalesce(json_agg(json_strip_nulls(row_to_json(one))), '[]') as text) from (" + sql
                        + ") one",
                String.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult().map(rows -> Json.read(rows, JsonNode.class));
    }
}
