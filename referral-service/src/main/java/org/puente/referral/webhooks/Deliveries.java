package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Code;
import org.puente.platform.web.Paging;

/** The deliveries of webhooks as their institution sees them: those to come, those made and those that failed. */
@ApplicationScoped
class Deliveries {
    /** Some deliveries by their ids; without those that are gone. */
    Uni<List<Delivery>> all(Mutiny.Session session, List<UUID> ids) {
        return session.createQuery("from Delivery where id in :ids", Delivery.class)
                .setParameter("ids", ids)
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
