package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Code;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.web.Paging;

/** The deliveries of webhooks: those to come, those made and those that failed. */
@ApplicationScoped
class Deliveries {
    /** How many positions of the feed are planned at once for a webhook that lags behind. */
    private static final int STRETCH = 1_000;

    private static final String BEHIND = "select exists (select from webhook where disabled_at is null and seen <"
            + " (select coalesce(max(position), 0) from change_standing))";

    /**
     * Each change becomes a delivery once: the webhook remembers how far it has come. The id of a
     * delivery comes from the fact's id: so a receiver recognizes it after a restore, when the feed
     * is filled anew.
     */
    private static final String PLAN = """
            with behind as (
                select id, institution, boxes, statuses, seen,
                       least(log.head, seen + :stretch) as upto
                from webhook cross join (select max(position) as head from change_standing) as log
                where disabled_at is null and seen < log.head
                for update of webhook skip locked
            ), planned as (
                insert into webhook_delivery (id, webhook_id, position, referral_id, box, type, at,
                                              created_at, due_at)
                select cast(substr(encode(sha256(convert_to(concat_ws('/', b.id, c.box,
                                coalesce(cast(c.event as json) ->> 'id', cast(c.position as text))),
                            'UTF8')), 'hex'), 1, 32) as uuid),
                       b.id, c.position, c.referral_id, c.box, c.type, c.at, :now, :now
                from behind b join change_standing c
                  on c.institution = b.institution and c.position > b.seen and c.position <= b.upto
                where (b.boxes = '' or c.box = any (string_to_array(b.boxes, ',')))
                  and (b.statuses = '' or c.status = any (string_to_array(b.statuses, ',')))
                on conflict do nothing
            )
            update webhook set seen = behind.upto from behind where webhook.id = behind.id
            """;

    private static final String ANY_RECEIVER = "select exists (select from webhook where disabled_at is null)";

    private static final String ANY_DUE =
            "select exists (select from webhook_delivery d join webhook w on w.id = d.webhook_id"
                    + " where d.state = 'pending' and d.due_at <= $1 and w.disabled_at is null)";

    private final Pool database;
    private final UnitOfWork work;

    Deliveries(Pool database, UnitOfWork work) {
        this.database = database;
        this.work = work;
    }

    /** Whether anybody is to be called at all. */
    Uni<Boolean> anyReceiver() {
        return database.query(ANY_RECEIVER)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Makes deliveries of what is new in the feed. */
    Uni<Void> plan(Instant now) {
        return database.query(BEHIND)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(behind -> behind
                        ? work.run(session -> plan(session, now))
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> plan(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(PLAN)
                .setParameter("stretch", STRETCH)
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Boolean> anyDue(Instant now) {
        return database.preparedQuery(ANY_DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The deliveries of a webhook that are due, in the order of the feed. */
    Uni<List<Delivery>> due(Mutiny.Session session, UUID webhook, Instant now, int max) {
        return session.createQuery(
                        "from Delivery where webhookId = :webhook and state = 'pending'"
                                + " and dueAt <= :now order by position",
                        Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultList();
    }

    /** Makes all pending deliveries due at once, with all their attempts before them. */
    Uni<Void> hasten(Mutiny.Session session, UUID webhook, Instant now) {
        return session.createNativeQuery("update webhook_delivery set due_at = :now, attempts = 0, first_at = null"
                        + " where webhook_id = :webhook and state = 'pending'")
                .setParameter("now", now)
                .setParameter("webhook", webhook)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * @param states empty for all
     */
    Uni<List<Delivery>> page(Mutiny.Session session, UUID webhook, List<DeliveryState> states, Paging paging) {
        List<DeliveryState> wanted = states.isEmpty() ? Arrays.asList(DeliveryState.values()) : states;
        return session.createQuery(
                        "from Delivery where webhookId = :webhook and state in :states"
                                + " and (createdAt > :after"
                                + " or (createdAt = :after and id > :afterId))"
                                + " order by createdAt, id",
                        Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("states", wanted.stream().map(Code::code).toList())
                .setParameter("after", paging.after())
                .setParameter("afterId", paging.afterId())
                .setMaxResults(paging.reach())
                .getResultList();
    }
}
