package org.puente.reporting.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.puente.platform.persistence.DatabaseTimeout;
import org.puente.platform.web.Query;

/** The nodes that have published a fact that is stored here. */
@ApplicationScoped
public class Nodes {
    private final Pool database;
    private final DatabaseTimeout deadline;

    Nodes(Pool database, DatabaseTimeout deadline) {
        this.database = database;
        this.deadline = deadline;
    }

    /**
     * Refuses an unknown node (400): its table would be empty, as if nothing had happened.
     *
     * @param node null passes
     */
    public Uni<Void> mustBeKnown(String node) {
        return node == null
                ? Uni.createFrom().voidItem()
                : all().invoke(all -> check(node, all)).replaceWithVoid();
    }

    private Uni<List<String>> all() {
        return deadline.of(database.query("select distinct node from tally order by node")
                .execute()
                .map(Nodes::names));
    }

    private static List<String> names(RowSet<Row> rows) {
        List<String> names = new ArrayList<>();
        rows.forEach(row -> names.add(row.getString(0)));
        return names;
    }

    private static void check(String node, List<String> known) {
        if (!known.contains(node)) {
            throw Query.refused("node", "not-a-code", String.join(", ", known));
        }
    }
}
