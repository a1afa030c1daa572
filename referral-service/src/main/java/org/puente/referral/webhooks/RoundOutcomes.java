package org.puente.referral.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a round with failures means for the webhook and its deliveries. */
final class RoundOutcomes {
    private RoundOutcomes() {}

    private record Result(Attempt attempt, Optional<Duration> nextWait) {}

    /**
     * Successes come first, so that a webhook that others get through to is not disabled; the
     * longest wait comes last, so that the receiver is left alone for so long.
     *
     * @param found the deliveries of the attempts, without those that are gone
     */
    static void apply(Webhook webhook, List<Delivery> found, List<Attempt> made, RetrySchedule schedule) {
        Map<UUID, Delivery> byId =
                found.stream().collect(Collectors.toMap(delivery -> delivery.id, Function.identity()));
        made.stream()
                .filter(attempt -> byId.containsKey(attempt.delivery().id()))
                .map(attempt -> new Result(attempt, attempt.waitBy(schedule)))
                .sorted(Comparator.comparing(
                                (Result result) -> !result.attempt().isSuccess())
                        .thenComparing(result -> result.nextWait().orElse(Duration.ZERO)))
                .forEach(result -> webhook.attempted(
                        byId.get(result.attempt().delivery().id()),
                        result.attempt().outcome(),
                        result.nextWait(),
                        result.attempt().at()));
    }

    /**
     * As {@link #apply}, of a webhook that was changed meanwhile: what its former receiver failed to take is tried again
     * at once, at the receiver that it has now.
     */
    static void applySuccesses(Webhook webhook, List<Delivery> found, List<Attempt> made, Instant now) {
        RetrySchedule atOnce = new RetrySchedule(List.of());
        apply(webhook, found, made.stream().filter(Attempt::isSuccess).toList(), atOnce);
        webhook.leasedUntil = now;
    }
}
