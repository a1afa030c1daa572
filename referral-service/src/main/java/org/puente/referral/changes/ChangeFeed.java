package org.puente.referral.changes;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.puente.contracts.Code;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.persistence.DatabaseTimeout;
import org.puente.referral.boxes.Box;

/**
 * The change feed: what changed in all boxes of this node, in one order. No entry appears behind a
 * position that a reader has passed.
 */
@ApplicationScoped
public class ChangeFeed {
    private static final int BATCH = 1_000;

    /** Whether committed changes wait for their place: a condition, for looks of other features too. */
    public static final String ANY_UNSETTLED = "exists (select from box_news)";

    /**
     * Whoever has the turn until the end of the transaction moves rows; the others move none. Rows
     * that another instance has moved since this statement began are gone, and are left out.
     */
    private static final String MOVE = """
            with turn as materialized (
                select pg_try_advisory_xact_lock(hashtext('puente.box')) as mine
            ), taken as (
                delete from box_news
                where (select mine from turn)
                  and id in (select id from box_news where (select mine from turn) order by id limit $1)
                returning *
            )
            insert into box_change (referral_id, institution, box, type, status, at, event)
            select referral_id, institution, box, type, status, at, event from taken order by id
            """;

    private static final String AFTER = "select position, referral_id, box, type, status, at, event from box_change"
            + " where institution = $1 and position > $2"
            + " and ($3::text is null or box = $3) order by position limit $4";

    private final Pool database;
    private final DatabaseTimeout deadline;

    ChangeFeed(Pool database, DatabaseTimeout deadline) {
        this.database = database;
        this.deadline = deadline;
    }

    /**
     * Moves committed changes into the feed, if there are any, and so gives them positions. A change
     * that was written early and commits late gets a later position, never one that a reader has
     * passed. One instance does it at a time; the others skip it.
     */
    public Uni<Void> settle() {
        return deadline.of(database.query("select " + ANY_UNSETTLED).execute())
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(any -> any ? move() : Uni.createFrom().item(0))
                .replaceWithVoid();
    }

    /**
     * As {@link #settle}, without a look whether there are any: for whoever knows that there are.
     *
     * @return how many were moved; 0 also where another has the turn
     */
    public Uni<Integer> move() {
        return deadline.of(database.preparedQuery(MOVE).execute(Tuple.of(BATCH)))
                .map(rows -> rows.rowCount())
                .chain(moved -> moved == BATCH
                        ? move().map(more -> moved + more)
                        : Uni.createFrom().item(moved));
    }

    /** The last position; 0 if there is none. */
    public Uni<Long> head() {
        return deadline.of(database.query("select coalesce(max(position), 0) from box_change")
                        .execute())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /**
     * What changed in an institution's boxes after a position, in the order of the feed.
     *
     * @param box null for both
     */
    Uni<List<FeedEntry>> after(long position, InstitutionId institution, Box box, int limit) {
        return deadline.of(database.preparedQuery(AFTER)
                        .execute(Tuple.of(institution.value(), position, box == null ? null : box.code(), limit)))
                .map(rows -> {
                    List<FeedEntry> changes = new ArrayList<>(rows.size());
                    rows.forEach(row -> changes.add(change(row)));
                    return changes;
                });
    }

    private static FeedEntry change(Row row) {
        return new FeedEntry(
                row.getLong(0),
                row.getUUID(1),
                Code.of(Box.class, row.getString(2)),
                row.getString(3),
                Code.of(ReferralStatus.class, row.getString(4)),
                row.getOffsetDateTime(5).toInstant(),
                row.getString(6));
    }
}
