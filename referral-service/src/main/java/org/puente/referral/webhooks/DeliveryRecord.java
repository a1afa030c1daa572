package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.UnitOfWork;

/** Records what came of the attempts of a round, all together. */
@ApplicationScoped
class DeliveryRecord {
    private static final Logger LOG = Logger.getLogger(DeliveryRecord.class);

    private final UnitOfWork work;
    private final DeliveryQueue queue;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final RetrySchedule schedule;
    private final Clock clock;

    DeliveryRecord(
            UnitOfWork work,
            DeliveryQueue queue,
            Webhooks webhooks,
            Deliveries deliveries,
            RetrySchedule schedule,
            Clock clock) {
        this.work = work;
        this.queue = queue;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Where all have arrived one statement does it. After a failure the receiver is left alone for
     * a while.
     *
     * @param more whether the next round is to begin at once
     * @return whether it may begin
     */
    Uni<Boolean> of(LeasedWebhook leased, List<Attempt> made, boolean more) {
        return made.stream().allMatch(Attempt::isSuccess)
                ? queue.recordDelivered(leased, made, more, clock.instant())
                : work.run(session -> withFailures(session, leased, made)).replaceWith(false);
    }

    private Uni<Void> withFailures(Mutiny.Session session, LeasedWebhook leased, List<Attempt> made) {
        List<UUID> ids = made.stream().map(attempt -> attempt.delivery().id()).toList();
        return webhooks.hold(session, leased.id())
                .chain(webhook -> webhook == null
                        ? Uni.createFrom().voidItem()
                        : deliveries
                                .all(session, ids)
                                .invoke(found -> apply(leased, webhook, found, made))
                                .replaceWithVoid());
    }

    private void apply(LeasedWebhook leased, Webhook webhook, List<Delivery> found, List<Attempt> made) {
        if (webhook.revision != leased.revision()) {
            RoundOutcomes.applySuccesses(webhook, found, made, clock.instant());
            return;
        }
        boolean wasEnabled = webhook.isEnabled();
        RoundOutcomes.apply(webhook, found, made, schedule);
        if (wasEnabled && !webhook.isEnabled()) {
            LOG.warnf("Webhook %s of %s is disabled: %s", webhook.id, webhook.institution, webhook.disabledWhy);
        }
    }
}
