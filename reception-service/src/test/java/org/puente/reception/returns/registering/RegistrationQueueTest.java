package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.ids.Ids;
import org.puente.platform.web.Caller;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.GroupIdempotency.Request;
import org.puente.platform.web.StoredResponse;

class RegistrationQueueTest {
    private static final InstitutionId OWN = new InstitutionId("gtm-igm");
    private static final int MAX = 6;
    private static final int MAX_OF_INSTITUTION = 4;
    private static final Duration WAIT = Duration.ofSeconds(15);
    private static final TimeoutException TOLD_TO_SEND_IT_AGAIN = new TimeoutException();

    /** A transaction that begins when it is told to. */
    private static final class Transaction {
        private final RegistrationGroup group;
        private final List<String> written = new ArrayList<>();
        private final CompletableFuture<List<RegistrationGroup.Written>> done = new CompletableFuture<>();

        Transaction(RegistrationGroup group) {
            this.group = group;
        }

        /** Runs to its end. */
        void run() {
            run(() -> {});
        }

        /**
         * @param meanwhile happens once all is written and nothing committed
         */
        void run(Runnable meanwhile) {
            group.writtenBy(requests -> {
                        requests.forEach(request -> written.add(request.key()));
                        List<Outcome> outcomes = requests.stream()
                                .map(request -> Outcome.of(StoredResponse.ok(request.key())))
                                .toList();
                        return Uni.createFrom().item(outcomes).onItem().invoke(all -> meanwhile.run());
                    })
                    .invoke(written -> written.forEach(RegistrationGroup.Written::mustBeAwaited))
                    .subscribe()
                    .with(done::complete, done::completeExceptionally);
        }

        void fail(Throwable failure) {
            done.completeExceptionally(failure);
        }

        List<String> keys() {
            return group.all().stream().map(one -> one.request().key()).toList();
        }
    }

    private final List<Transaction> transactions = new ArrayList<>();
    private final RegistrationQueue queue = new RegistrationQueue(this::begin, MAX, MAX_OF_INSTITUTION, () -> 0);

    private CompletableFuture<List<RegistrationGroup.Written>> begin(InstitutionId own, RegistrationGroup group) {
        transactions.add(new Transaction(group));
        return transactions.getLast().done;
    }

    private CompletableFuture<StoredResponse> register(String key) {
        Caller caller = new Caller(new NodeId("gtm"), OWN, "desk", Set.of("intake"));
        return queue.register(
                OWN,
                WAIT,
                () -> new Request<>(
                        caller, "POST /v1/returns", key, key, new ReturnRegistering.Single(null, null, null)));
    }

    /** Without a key, under an id that the client made. */
    private CompletableFuture<StoredResponse> register(CaseId caseId) {
        Caller caller = new Caller(new NodeId("gtm"), OWN, "desk", Set.of("intake"));
        return queue.register(
                OWN,
                WAIT,
                () -> new Request<>(
                        caller, "POST /v1/returns", null, caseId, new ReturnRegistering.Single(null, caseId, null)));
    }

    @Test
    void aRepetitionUnderTheIdOfItsClientIsTakenByALaterGroup() {
        CaseId caseId = new CaseId(Ids.next());
        register("a");
        register(caseId);
        CompletableFuture<StoredResponse> again = register(caseId);
        transactions.getFirst().run();

        assertThat(transactions.getLast().group.all()).hasSize(1);
        transactions.getLast().run();
        transactions.getLast().run();
        assertThat(again).isCompleted();
    }

    @Test
    void whoeverComesWhileOthersAreWrittenIsWrittenTogetherNext() {
        register("a");
        CompletableFuture<StoredResponse> b = register("b");
        CompletableFuture<StoredResponse> c = register("c");
        transactions.getFirst().run();
        transactions.getLast().run();

        assertThat(transactions).extracting(Transaction::keys).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(List.of(b.join().body(), c.join().body())).containsExactly("\"b\"", "\"c\"");
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotBegun() {
        register("a");
        register("b").completeExceptionally(TOLD_TO_SEND_IT_AGAIN);
        register("c");
        transactions.getFirst().run();

        assertThat(transactions.getLast().keys()).containsExactly("c");
    }

    @Test
    void noTransactionBeginsWhereNobodyWaits() {
        register("a");
        register("b").completeExceptionally(TOLD_TO_SEND_IT_AGAIN);
        transactions.getFirst().run();
        CompletableFuture<StoredResponse> c = register("c");
        transactions.getLast().run();

        assertThat(transactions).extracting(Transaction::keys).containsExactly(List.of("a"), List.of("c"));
        assertThat(c).isCompleted();
    }

    @Test
    void whatNobodyWaitsForWhenItsTransactionBeginsIsNotWritten() {
        register("a");
        register("b").completeExceptionally(TOLD_TO_SEND_IT_AGAIN);
        CompletableFuture<StoredResponse> c = register("c");
        CompletableFuture<StoredResponse> d = register("d");
        transactions.getFirst().run();
        c.completeExceptionally(TOLD_TO_SEND_IT_AGAIN);
        transactions.getLast().run();

        assertThat(transactions.getLast().written).containsExactly("d");
        assertThat(d.join().body()).isEqualTo("\"d\"");
    }

    @Test
    void whatNobodyWaitsForWhenItIsWrittenIsNotCommitted() {
        CompletableFuture<StoredResponse> a = register("a");
        Transaction only = transactions.getFirst();
        only.run(() -> a.completeExceptionally(TOLD_TO_SEND_IT_AGAIN));

        assertThat(only.written).containsExactly("a");
        assertThatThrownBy(only.done::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RegistrationGroup.NoLongerAwaited.class);
    }

    @Test
    void whatSomebodyStoppedWaitingForIsNotCommittedThoughOthersOfItsGroupStillWait() {
        register("a");
        CompletableFuture<StoredResponse> b = register("b");
        CompletableFuture<StoredResponse> c = register("c");
        transactions.getFirst().run();
        Transaction both = transactions.getLast();
        both.run(() -> b.completeExceptionally(TOLD_TO_SEND_IT_AGAIN));
        transactions.getLast().run();

        assertThat(both.done).isCompletedExceptionally();
        assertThat(transactions.getLast().written).containsExactly("c");
        assertThat(c.join().body()).isEqualTo("\"c\"");
    }

    /** Alone each, they would be many transactions, and more of them too late. */
    @Test
    void whoeverStillWaitsIsWrittenAgainTogetherWithTheOthers() {
        register("a");
        List<CompletableFuture<StoredResponse>> others = List.of(register("b"), register("c"), register("d"));
        transactions.getFirst().run();
        transactions.getLast().run(() -> others.get(0).completeExceptionally(TOLD_TO_SEND_IT_AGAIN));
        transactions.getLast().run();

        assertThat(transactions.subList(1, transactions.size()))
                .extracting(transaction -> transaction.written)
                .containsExactly(List.of("b", "c", "d"), List.of("c", "d"));
        assertThat(others).allSatisfy(one -> assertThat(one).isDone());
    }

    @Test
    void whoCameMeanwhileGoesWithThoseThatAreWrittenAgain() {
        register("a");
        CompletableFuture<StoredResponse> b = register("b");
        register("c");
        transactions.getFirst().run();
        transactions.getLast().run(() -> {
            b.completeExceptionally(TOLD_TO_SEND_IT_AGAIN);
            register("d");
        });

        assertThat(transactions.getLast().keys()).containsExactly("c", "d");
    }

    @Test
    void nobodysRegistrationFailsBecauseOfAnothers() {
        register("a");
        CompletableFuture<StoredResponse> b = register("b");
        CompletableFuture<StoredResponse> c = register("c");
        transactions.getFirst().run();
        transactions.getLast().fail(new IllegalStateException("one of them"));
        transactions.getLast().fail(new IllegalStateException("this one"));
        transactions.getLast().run();

        assertThat(transactions.subList(2, 4))
                .extracting(Transaction::keys)
                .containsExactly(List.of("b"), List.of("c"));
        assertThat(b).isCompletedExceptionally();
        assertThat(c).isCompletedWithValueMatching(answer -> answer.body().equals("\"c\""));
    }

    @Test
    void aDatabaseThatIsAwayFailsTheWholeGroupAtOnce() {
        register("a");
        List<CompletableFuture<StoredResponse>> others = List.of(register("b"), register("c"));
        transactions.getFirst().run();
        transactions.getLast().fail(new PgException("gone", "FATAL", "57P01", null));

        assertThat(others).allSatisfy(one -> assertThat(one).isCompletedExceptionally());
        assertThat(transactions).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03"})
    void whatCollidesWithAnotherTransactionFailsAlone(String state) {
        register("a");
        CompletableFuture<StoredResponse> b = register("b");
        CompletableFuture<StoredResponse> c = register("c");
        transactions.getFirst().run();
        PgException collision = new PgException("in the way", "ERROR", state, null);
        transactions.getLast().fail(collision);
        transactions.getLast().fail(collision);
        transactions.getLast().run();

        assertThat(b).isCompletedExceptionally();
        assertThat(c).isCompletedWithValueMatching(answer -> answer.body().equals("\"c\""));
    }
}
