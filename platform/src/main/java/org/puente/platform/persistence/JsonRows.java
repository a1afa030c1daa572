package org.puente.platform.persistence;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;

/** Writes many rows by one statement, which reads them from JSON. */
public final class JsonRows {
    private JsonRows() {}

    /**
     * Nothing is done where there are no rows.
     *
     * @param statement has one parameter, {@code :rows}, and reads it by {@code json_to_recordset}
     */
    public static Uni<Void> write(Mutiny.Session session, String statement, Collection<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(statement)
                        .setParameter("rows", Json.write(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
