package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.puente.platform.sealing.Seal.SealBroken;

/** Makes single attempts to deliver: finds the target anew, signs, sends and counts. */
@ApplicationScoped
class HttpAttempts {
    private final Targets targets;
    private final Secrets secrets;
    private final HttpSender sender;
    private final WebhookMetrics metrics;
    private final Clock clock;

    HttpAttempts(Targets targets, Secrets secrets, HttpSender sender, WebhookMetrics metrics, Clock clock) {
        this.targets = targets;
        this.secrets = secrets;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * The secrets that sign what is sent to a webhook, the newest first.
     *
     * @return empty where they cannot be read
     */
    List<String> keys(LeasedWebhook webhook) {
        try {
            return webhook.secrets(clock.instant()).stream().map(secrets::open).toList();
        } catch (SealBroken broken) {
            return List.of();
        }
    }

    /**
     * @param keys of the webhook
     */
    Uni<Attempt> make(LeasedWebhook webhook, List<String> keys, DueDelivery delivery) {
        return outcome(webhook, keys, delivery)
                .invoke(metrics::count)
                .map(outcome -> new Attempt(delivery, outcome, clock.instant()));
    }

    private Uni<Outcome> outcome(LeasedWebhook webhook, List<String> keys, DueDelivery delivery) {
        return keys.isEmpty()
                ? Uni.createFrom().item(new Outcome.Unanswered("secret-unreadable"))
                : targets.find(webhook.url())
                        .chain(target -> send(target, keys, delivery))
                        .onFailure(TargetRefused.class)
                        .recoverWithItem(refused -> new Outcome.Unanswered(((TargetRefused) refused).code()));
    }

    private Uni<Outcome> send(Target target, List<String> keys, DueDelivery delivery) {
        Instant now = clock.instant();
        String body = delivery.payload();
        return sender.send(target, StandardWebhooks.headers(keys, delivery.id().toString(), now, body), body);
    }
}
