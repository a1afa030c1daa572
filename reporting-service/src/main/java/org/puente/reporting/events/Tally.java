package org.puente.reporting.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.puente.platform.persistence.DatabaseTimeout;

/** How many facts the event log holds, by node and type. */
@ApplicationScoped
public class Tally {
    private static final String SELECT = "select node, type, facts from tally where $1::text is null or node = $1";

    private final Pool database;
    private final DatabaseTimeout timeout;

    Tally(Pool database, DatabaseTimeout timeout) {
        this.database = database;
        this.timeout = timeout;
    }

    /**
     * @param type the ce_type
     */
    public record Count(String node, String type, long facts) {}

    /**
     * @param node only this node; null for all
     */
    public Uni<List<Count>> read(String node) {
        return timeout.of(database.preparedQuery(SELECT).execute(Tuple.of(node)).map(Tally::counts));
    }

    private static List<Count> counts(RowSet<Row> rows) {
        List<Count> counts = new ArrayList<>(rows.size());
        rows.forEach(row -> counts.add(new Count(row.getString(0), row.getString(1), row.getLong(2))));
        return counts;
    }
}
