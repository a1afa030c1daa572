package org.puente.referral.clock;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.puente.platform.Node;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.NodeEntry;

/** Which chores have work: one statement for all, and no transaction for those that have none. */
@ApplicationScoped
class DueChores {
    private final Pool database;
    private final Node node;
    private final List<Chore> chores;
    private final String look;

    /** Of this node, when last looked at; null while it is not known. */
    private volatile String zone;

    DueChores(Pool database, Node node, @All List<Chore> chores) {
        this.database = database;
        this.node = node;
        this.chores = chores;
        this.look = "with given as (select $1::timestamptz as now, $2::text as node, $3::text as today) select "
                + Directory.ZONE_OF_NODE
                + chores.stream().map(chore -> ", " + chore.isDue()).collect(Collectors.joining())
                + " from given";
    }

    /** The chores that have work, in their order. */
    Uni<List<Chore>> of(Instant now) {
        String known = zone;
        return database.preparedQuery(look)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), node.id().value(), today(known, now)))
                .map(rows -> rows.iterator().next())
                .chain(row -> Objects.equals(row.getString(0), known)
                        ? Uni.createFrom().item(due(row))
                        : again(row.getString(0), now));
    }

    /** The day was that of another calendar. */
    private Uni<List<Chore>> again(String found, Instant now) {
        zone = found;
        return of(now);
    }

    private static String today(String zone, Instant now) {
        return zone == null ? null : new NodeEntry("", zone).today(now).toString();
    }

    private List<Chore> due(Row row) {
        return IntStream.range(0, chores.size())
                .filter(i -> row.getBoolean(i + 1))
                .mapToObj(chores::get)
                .toList();
    }
}
