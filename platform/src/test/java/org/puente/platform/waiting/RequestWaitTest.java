package org.puente.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.puente.contracts.CaseId;
import org.puente.contracts.Envelope;
import org.puente.contracts.FactType;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.Source;
import org.puente.contracts.Topic;
import org.puente.platform.ids.Ids;
import org.puente.platform.inbox.Received;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.web.Caller;

class RequestWaitTest {
    private static final NodeId GTM = new NodeId("gtm");
    private static final InstitutionId DESK = new InstitutionId("gtm-igm");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final FactArrivals arrivals = new FactArrivals();
    private final WaitingRequests waiting = new WaitingRequests(1, 1);
    private final AtomicInteger attempts = new AtomicInteger();
    private final UUID id = Ids.next();
    private volatile boolean isKnown;
    private volatile boolean mayWrite = true;
    private volatile Runnable afterAttempt = () -> {};

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void itIsDoneOnceTheFactHasCome() {
        CompletableFuture<String> answer = ask(Duration.ofMinutes(1)).answer;
        await().atMost(SOON).until(() -> attempts.get() > 0);
        isKnown = true;
        arrivals.came(List.of(fact()));
        assertThat(answer.join()).isEqualTo("done");
    }

    @Test
    void whatAnotherInstanceTookInIsSeenAsWell() {
        CompletableFuture<String> answer = ask(Duration.ofMinutes(1)).answer;
        await().atMost(SOON).until(() -> attempts.get() > 0);
        isKnown = true;
        assertThat(answer.join()).isEqualTo("done");
    }

    @Test
    void whoGoesAwayLeavesItsPlaceToOthers() {
        Asked gone = ask(Duration.ofMinutes(1));
        await().atMost(SOON).until(() -> attempts.get() > 0);
        context.runOnContext(now -> gone.request.join().cancel());
        await().atMost(SOON).untilAsserted(() -> {
            CompletableFuture<String> other = ask(Duration.ofMillis(1500)).answer;
            int before = attempts.get();
            assertThat(other.handle((done, refused) -> attempts.get() - before).join())
                    .as("attempts after a wait")
                    .isGreaterThan(1);
        });
    }

    /** Whoever was let in before a restore writes nothing until the service has caught up with it. */
    @Test
    void whileNobodyMayWriteNothingIsAttemptedAgain() {
        afterAttempt = () -> mayWrite = false;
        CompletableFuture<String> answer = ask(Duration.ofMillis(2500)).answer;
        await().atMost(SOON).until(() -> attempts.get() > 0);
        isKnown = true;
        arrivals.came(List.of(fact()));
        assertThat(answer.handle((done, refusal) -> refusal == null ? done : refusal.getMessage())
                        .join())
                .isEqualTo("not-found");
        assertThat(attempts).hasValue(1);
    }

    private record Asked(CompletableFuture<String> answer, CompletableFuture<Cancellable> request) {}

    private Asked ask(Duration most) {
        Asked asked = new Asked(new CompletableFuture<>(), new CompletableFuture<>());
        Caller caller = new Caller(GTM, DESK, "desk", Set.of());
        long end = System.nanoTime() + most.toNanos();
        context.runOnContext(
                now -> asked.request.complete(new RequestWait(arrivals, waiting, () -> mayWrite, caller, end)
                        .until(id, Early.unknown(id), this::work)
                        .subscribe()
                        .with(asked.answer::complete, asked.answer::completeExceptionally)));
        return asked;
    }

    private Uni<String> work() {
        afterAttempt.run();
        attempts.incrementAndGet();
        return isKnown ? Uni.createFrom().item("done") : Uni.createFrom().failure(ProblemException.notFound());
    }

    private Received fact() {
        ReferralFact fact = new ReferralFact.Accepted(new ReferralId(id), new CaseId(Ids.next()), DESK, Instant.now());
        FactType type = FactType.of(fact);
        Envelope envelope =
                new Envelope(UUID.randomUUID(), new Source(GTM, "referral"), type, fact.subject(), Instant.now(), null);
        return new Received(new Topic(GTM, type.stream(), GTM), envelope, Optional.of(fact));
    }
}
