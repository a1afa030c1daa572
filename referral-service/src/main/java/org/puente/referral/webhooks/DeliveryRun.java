package org.puente.referral.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the due deliveries of one webhook, up to the first failure, and for a limited time: other
 * webhooks wait for their turn. It sends in short rounds and records after each, never within a
 * transaction; where the instance dies in between, the deliveries of the round are sent again under
 * the same ids.
 */
@ApplicationScoped
class DeliveryRun {
    /** In which requests of a round begin. A webhook that is changed or removed is read after it. */
    private static final Duration ROUND = Duration.ofMillis(250);

    private final DeliveryQueue queue;
    private final HttpAttempts attempts;
    private final DeliveryRecord record;
    private final Clock clock;
    private final Duration within;
    private final int requestsAtOnce;

    /** Webhooks whose last attempt by this instance failed. They get one request, and more after it succeeds. */
    private final Set<UUID> inTrouble = ConcurrentHashMap.newKeySet();

    DeliveryRun(
            DeliveryQueue queue,
            HttpAttempts attempts,
            DeliveryRecord record,
            Clock clock,
            @ConfigProperty(name = "puente.webhooks.round-within") Duration within,
            @ConfigProperty(name = "puente.webhooks.requests-at-once") int requestsAtOnce) {
        this.queue = queue;
        this.attempts = attempts;
        this.record = record;
        this.clock = clock;
        this.within = within;
        this.requestsAtOnce = requestsAtOnce;
    }

    /**
     * @param due in the order of the feed
     */
    Uni<Void> of(LeasedWebhook webhook, List<DueDelivery> due) {
        Instant now = clock.instant();
        return due.isEmpty() ? queue.release(webhook, now) : rounds(webhook, due, now.plus(within));
    }

    private Uni<Void> rounds(LeasedWebhook webhook, List<DueDelivery> due, Instant until) {
        return round(webhook, due).chain(made -> {
            List<DueDelivery> left = without(made, due);
            boolean more = !left.isEmpty() && clock.instant().isBefore(until);
            return record.of(webhook, made, more)
                    .chain(goOn -> goOn
                            ? rounds(webhook, left, until)
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<List<Attempt>> round(LeasedWebhook webhook, List<DueDelivery> due) {
        List<String> keys = attempts.keys(webhook);
        Instant end = clock.instant().plus(ROUND);
        return new DeliveryRound(
                        delivery -> attempts.make(webhook, keys, delivery),
                        () -> clock.instant().isBefore(end))
                .send(due, isInTrouble(webhook, due) ? 1 : requestsAtOnce)
                .invoke(made -> remember(webhook, made));
    }

    private boolean isInTrouble(LeasedWebhook webhook, List<DueDelivery> due) {
        return inTrouble.contains(webhook.id()) || due.getFirst().attempts() > 0;
    }

    private void remember(LeasedWebhook webhook, List<Attempt> made) {
        if (made.stream().allMatch(Attempt::isSuccess)) {
            inTrouble.remove(webhook.id());
        } else {
            inTrouble.add(webhook.id());
        }
    }

    private static List<DueDelivery> without(List<Attempt> made, List<DueDelivery> due) {
        Set<UUID> ids =
                made.stream().map(attempt -> attempt.delivery().id()).collect(Collectors.toCollection(HashSet::new));
        return due.stream().filter(delivery -> !ids.contains(delivery.id())).toList();
    }
}
