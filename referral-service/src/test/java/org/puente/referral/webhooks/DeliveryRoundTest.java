package org.puente.referral.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryRoundTest {
    private static final UUID WEBHOOK = UUID.randomUUID();
    private static final UUID ANA = UUID.randomUUID();
    private static final UUID LUIS = UUID.randomUUID();
    private static final UUID EVA = UUID.randomUUID();
    private static final int PLENTY = 8;

    /** The requests under way, by the delivery. */
    private final Map<DueDelivery, UniEmitter<? super Attempt>> underWay = new LinkedHashMap<>();

    private boolean inTime = true;
    private List<Attempt> made;

    @Test
    void theNextChangeOfAReferralWaitsForTheOneBefore() {
        DueDelivery first = about(ANA);
        DueDelivery second = about(ANA);
        send(PLENTY, first, second);

        assertThat(underWay).containsOnlyKeys(first);
        answer(first, 204);
        assertThat(underWay).containsOnlyKeys(second);
    }

    @Test
    void changesOfDifferentReferralsAreSentSideBySide() {
        send(PLENTY, about(ANA), about(ANA), about(LUIS), about(EVA));
        assertThat(underWay.keySet()).extracting(DueDelivery::referralId).containsExactly(ANA, LUIS, EVA);
    }

    @Test
    void noMoreRequestsAreUnderWayThanAreWanted() {
        send(2, about(ANA), about(LUIS), about(EVA));
        assertThat(underWay).hasSize(2);
    }

    @Test
    void oneThatEndsMakesPlaceForTheNext() {
        DueDelivery first = about(ANA);
        send(2, first, about(LUIS), about(EVA));
        answer(first, 204);
        assertThat(underWay.keySet()).extracting(DueDelivery::referralId).containsExactly(LUIS, EVA);
    }

    @Test
    void afterAFailureNoOtherRequestBegins() {
        DueDelivery first = about(ANA);
        send(1, first, about(ANA), about(LUIS));
        answer(first, 500);

        assertThat(underWay).isEmpty();
        assertThat(made).extracting(Attempt::delivery).containsExactly(first);
    }

    @Test
    void whatIsUnderWayAtAFailureIsAwaited() {
        DueDelivery failing = about(ANA);
        DueDelivery other = about(LUIS);
        send(PLENTY, failing, other);
        answer(failing, 500);
        assertThat(made).isNull();
        answer(other, 204);

        assertThat(made).extracting(Attempt::delivery).containsExactly(failing, other);
    }

    @Test
    void whenItsTimeIsOverNoOtherRequestBegins() {
        DueDelivery first = about(ANA);
        send(1, first, about(LUIS));
        inTime = false;
        answer(first, 204);

        assertThat(made).extracting(Attempt::delivery).containsExactly(first);
    }

    @Test
    void aFullListAboutOneReferralIsSentInItsOrder() {
        DueDelivery[] all =
                IntStream.range(0, DeliveryQueue.MAX).mapToObj(i -> about(ANA)).toArray(DueDelivery[]::new);
        new DeliveryRound(delivery -> Uni.createFrom().item(attempt(delivery, 204)), () -> true)
                .send(List.of(all), 1)
                .subscribe()
                .with(attempts -> made = attempts);
        assertThat(made).extracting(Attempt::delivery).containsExactly(all);
    }

    private void send(int sideBySide, DueDelivery... due) {
        new DeliveryRound(delivery -> Uni.createFrom().emitter(answer -> underWay.put(delivery, answer)), () -> inTime)
                .send(List.of(due), sideBySide)
                .subscribe()
                .with(attempts -> made = attempts);
    }

    private void answer(DueDelivery delivery, int status) {
        underWay.remove(delivery).complete(attempt(delivery, status));
    }

    private static Attempt attempt(DueDelivery delivery, int status) {
        return new Attempt(delivery, new Outcome.Answered(status, Duration.ZERO), Instant.EPOCH);
    }

    private static DueDelivery about(UUID referral) {
        return new DueDelivery(UUID.randomUUID(), WEBHOOK, referral, "incoming", "type", Instant.EPOCH, 0);
    }
}
