package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.sealing.Seal.SealBroken;

/**
 * Makes the due deliveries of one webhook, one after the other in the order of the feed, up to the
 * first failure, and for a limited time: other webhooks wait for their turn. It posts between two
 * transactions; where the instance dies in between, the delivery is posted again under the same id.
 */
@ApplicationScoped
class DeliveryRun {
    private static final Logger LOG = Logger.getLogger(DeliveryRun.class);
    private static final int MAX = 50;

    private final UnitOfWork work;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Targets targets;
    private final Secrets secrets;
    private final HttpSender sender;
    private final RetrySchedule schedule;
    private final WebhookMetrics metrics;
    private final Clock clock;
    private final Duration within;

    DeliveryRun(
            UnitOfWork work,
            Webhooks webhooks,
            Deliveries deliveries,
            Targets targets,
            Secrets secrets,
            HttpSender sender,
            RetrySchedule schedule,
            WebhookMetrics metrics,
            Clock clock,
            @ConfigProperty(name = "puente.webhooks.round-within") Duration within) {
        this.work = work;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.targets = targets;
        this.secrets = secrets;
        this.sender = sender;
        this.schedule = schedule;
        this.metrics = metrics;
        this.clock = clock;
        this.within = within;
    }

    Uni<Void> of(Webhook leased) {
        Instant now = clock.instant();
        return work.read(session -> deliveries.due(session, leased.id, now, MAX))
                .chain(due -> each(leased, due.iterator(), now.plus(within)));
    }

    private Uni<Void> each(Webhook leased, Iterator<Delivery> due, Instant until) {
        return due.hasNext() && clock.instant().isBefore(until)
                ? deliver(leased, due.next())
                        .chain(goOn -> goOn
                                ? each(leased, due, until)
                                : Uni.createFrom().voidItem())
                : work.run(session -> webhooks.release(session, leased.id, clock.instant()));
    }

    /**
     * @return whether to go on with the next delivery
     */
    private Uni<Boolean> deliver(Webhook leased, Delivery delivery) {
        return attempt(leased, delivery)
                .invoke(metrics::count)
                .chain(outcome -> work.run(session -> record(session, leased, delivery.id, outcome)));
    }

    private Uni<Outcome> attempt(Webhook leased, Delivery delivery) {
        return targets.find(leased.url)
                .chain(target -> send(target, leased, delivery))
                .onFailure(TargetRefused.class)
                .recoverWithItem(refused -> new Outcome.Unanswered(((TargetRefused) refused).code()))
                .onFailure(SealBroken.class)
                .recoverWithItem(broken -> new Outcome.Unanswered("secret-unreadable"));
    }

    private Uni<Outcome> send(Target target, Webhook leased, Delivery delivery) {
        Instant now = clock.instant();
        List<String> keys = leased.secrets(now).stream().map(secrets::open).toList();
        String body = delivery.payload();
        return sender.send(target, StandardWebhooks.headers(keys, delivery.id.toString(), now, body), body);
    }

    private Uni<Boolean> record(Mutiny.Session session, Webhook leased, UUID deliveryId, Outcome outcome) {
        return webhooks.hold(session, leased.id)
                .chain(webhook -> webhook == null
                        ? Uni.createFrom().item(false)
                        : session.find(Delivery.class, deliveryId)
                                .map(delivery -> record(webhook, leased, delivery, outcome)));
    }

    private boolean record(Webhook webhook, Webhook leased, Delivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        boolean wasEnabled = webhook.isEnabled();
        webhook.attempted(delivery, outcome, wait(delivery, outcome), now);
        if (wasEnabled && !webhook.isEnabled()) {
            LOG.warnf("Webhook %s of %s is disabled: %s", webhook.id, webhook.institution, webhook.disabledWhy);
        }
        if (outcome.isSuccess() && webhook.revision != leased.revision) {
            webhook.rest(Duration.ZERO, now); // the webhook was changed meanwhile: the next round reads it
            return false;
        }
        return outcome.isSuccess();
    }

    private Optional<Duration> wait(Delivery delivery, Outcome outcome) {
        Optional<Duration> planned = schedule.after(delivery.attempts + 1);
        return outcome instanceof Outcome.Answered answered
                ? planned.map(wait -> answered.retryAfter().compareTo(wait) > 0 ? answered.retryAfter() : wait)
                : planned;
    }
}
