package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.puente.referral.changes.ChangeFeed;

/**
 * The deliveries between the feed and their receivers: planned, taken, recorded. Each step is one
 * statement and a transaction of its own, for as many deliveries as there are.
 */
@ApplicationScoped
class DeliveryQueue {
    /** How many positions of the feed are planned at once for a webhook that lags behind. */
    private static final int STRETCH = 1_000;

    /** How many deliveries of a webhook are taken at once. */
    static final int MAX = 50;

    private static final String LOOK =
            "select exists (select from webhook where disabled_at is null), " + ChangeFeed.ANY_UNSETTLED + """
             or exists (select from webhook where disabled_at is null
                        and seen < (select coalesce(max(position), 0) from change_standing))
             or exists (select from webhook w
                        where disabled_at is null and (leased_until is null or leased_until <= $1)
                          and exists (select from webhook_delivery
                                      where webhook_id = w.id and state = 'pending' and due_at <= $1))
            """;

    /**
     * Each change becomes a delivery once: the webhook remembers how far it has come. The id of a
     * delivery comes from the fact's id: so a receiver recognizes it after a restore, when the feed
     * is filled anew.
     */
    private static final String PLAN = """
            with behind as (
                select id, institution, boxes, statuses, seen,
                       least(log.head, seen + $1) as upto
                from webhook cross join (select max(position) as head from change_standing) as log
                where disabled_at is null and seen < log.head
                for update of webhook skip locked
            ), planned as (
                insert into webhook_delivery (id, webhook_id, position, referral_id, box, type, at,
                                              created_at, due_at)
                select cast(substr(encode(sha256(convert_to(concat_ws('/', b.id, c.box,
                                coalesce(cast(c.event as json) ->> 'id', cast(c.position as text))),
                            'UTF8')), 'hex'), 1, 32) as uuid),
                       b.id, c.position, c.referral_id, c.box, c.type, c.at, $2, $2
                from behind b join change_standing c
                  on c.institution = b.institution and c.position > b.seen and c.position <= b.upto
                where (b.boxes = '' or c.box = any (string_to_array(b.boxes, ',')))
                  and (b.statuses = '' or c.status = any (string_to_array(b.statuses, ',')))
                on conflict do nothing
            )
            update webhook set seen = behind.upto from behind where webhook.id = behind.id
            """;

    private static final String LEASE = """
            with free as (
                select id from webhook
                where disabled_at is null and (leased_until is null or leased_until <= $1)
                  and exists (select from webhook_delivery
                              where webhook_id = webhook.id and state = 'pending' and due_at <= $1)
                order by leased_until nulls first limit $2
                for update skip locked
            )
            update webhook set leased_until = $3 from free where webhook.id = free.id
            returning webhook.id, url, secret, former_secret, former_until, revision
            """;

    /** Not part of {@link #LEASE}, which would not see what another instance has just recorded. */
    private static final String DUE = """
            select due.id, due.webhook_id, due.referral_id, due.box, due.type, due.at, due.attempts
            from unnest($1::uuid[]) as leased (id) cross join lateral
                 (select * from webhook_delivery where webhook_id = leased.id
                    and state = 'pending' and due_at <= $2 order by position limit $3) as due
            order by due.position
            """;

    /** The webhook's row is locked before those of its deliveries, as everywhere. */
    private static final String RECORD_DELIVERED = """
            with delivered as (
                update webhook_delivery d
                set state = 'delivered', attempts = attempts + 1, first_at = coalesce(first_at, made.at),
                    last_at = made.at, last_status = made.status, last_error = null
                from unnest($1::uuid[], $2::integer[], $3::timestamptz[]) as made (id, status, at)
                where d.id = made.id
            )
            update webhook
            set delivered_at = $4, leased_until = case when $5 and revision = $6 then $7 else $4 end
            where id = $8
            returning $5 and revision = $6
            """;

    private static final String RELEASE = "update webhook set leased_until = $2 where id = $1";

    private final Pool database;

    DeliveryQueue(Pool database) {
        this.database = database;
    }

    /**
     * What a look has found.
     *
     * @param receivers whether anybody is to be notified at all
     * @param work whether there are changes to be planned, or deliveries to be sent
     */
    record Look(boolean receivers, boolean work) {}

    /** Looks for work, and begins no transaction that writes. */
    Uni<Look> look(Instant now) {
        return execute(LOOK, Tuple.of(utc(now))).map(rows -> {
            Row row = rows.iterator().next();
            return new Look(row.getBoolean(0), row.getBoolean(1));
        });
    }

    /** Makes deliveries of what is new in the feed. */
    Uni<Void> plan(Instant now) {
        return execute(PLAN, Tuple.of((long) STRETCH, utc(now))).replaceWithVoid();
    }

    /** Takes some webhooks that have deliveries due, so that no other instance takes them. */
    Uni<List<LeasedWebhook>> lease(Instant now, int max) {
        return execute(LEASE, Tuple.of(utc(now), max, utc(Webhook.leasedUntil(now))))
                .map(rows -> list(rows, DeliveryQueue::webhook));
    }

    /** The deliveries of leased webhooks that are due, at most {@value #MAX} of each, in the order of the feed. */
    Uni<List<DueDelivery>> due(List<LeasedWebhook> leased, Instant now) {
        UUID[] ids = leased.stream().map(LeasedWebhook::id).toArray(UUID[]::new);
        return execute(DUE, Tuple.of(ids, utc(now), MAX)).map(rows -> list(rows, DeliveryQueue::delivery));
    }

    /**
     * Records deliveries that have all arrived. The webhook stays leased only if more are to be
     * sent.
     *
     * @param more whether to keep the lease
     * @return whether it is kept: not where the webhook was changed or removed meanwhile
     */
    Uni<Boolean> recordDelivered(LeasedWebhook leased, List<Attempt> made, boolean more, Instant now) {
        UUID[] ids = made.stream().map(attempt -> attempt.delivery().id()).toArray(UUID[]::new);
        Integer[] statuses = made.stream().map(Attempt::status).toArray(Integer[]::new);
        OffsetDateTime[] times = made.stream().map(attempt -> utc(attempt.at())).toArray(OffsetDateTime[]::new);
        return execute(
                        RECORD_DELIVERED,
                        Tuple.tuple()
                                .addValue(ids)
                                .addValue(statuses)
                                .addValue(times)
                                .addOffsetDateTime(utc(now))
                                .addBoolean(more)
                                .addLong(leased.revision())
                                .addOffsetDateTime(utc(Webhook.leasedUntil(now)))
                                .addUUID(leased.id()))
                .map(rows -> rows.size() == 1 && rows.iterator().next().getBoolean(0));
    }

    /** Gives a webhook back, behind all that wait for their turn. */
    Uni<Void> release(LeasedWebhook leased, Instant now) {
        return execute(RELEASE, Tuple.of(leased.id(), utc(now))).replaceWithVoid();
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple values) {
        return database.preparedQuery(sql).execute(values);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> of) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(of.apply(row)));
        return all;
    }

    private static LeasedWebhook webhook(Row row) {
        OffsetDateTime formerUntil = row.getOffsetDateTime(4);
        return new LeasedWebhook(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                formerUntil == null ? null : formerUntil.toInstant(),
                row.getLong(5));
    }

    private static DueDelivery delivery(Row row) {
        return new DueDelivery(
                row.getUUID(0),
                row.getUUID(1),
                row.getUUID(2),
                row.getString(3),
                row.getString(4),
                row.getOffsetDateTime(5).toInstant(),
                row.getInteger(6));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
