package org.puente.reception.returns.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.NodeId;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.Caller;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.GroupIdempotency.Request;
import org.puente.platform.web.StoredResponse;

/** How many registrations wait at once, of all institutions and of one, and which come too late. */
class RegistrationRoomTest {
    private static final InstitutionId OWN = new InstitutionId("gtm-igm");
    private static final InstitutionId OTHER = new InstitutionId("gtm-other");
    private static final int MAX = 6;
    private static final int MAX_OF_INSTITUTION = 4;
    private static final Duration WAIT = Duration.ofSeconds(15);

    private record Transaction(RegistrationGroup group, CompletableFuture<List<RegistrationGroup.Written>> done) {
        void commit() {
            Outcome stored = Outcome.of(StoredResponse.ok("stored"));
            done.complete(group.all().stream()
                    .map(one -> new RegistrationGroup.Written(one, stored))
                    .toList());
        }

        List<String> keys() {
            return group.all().stream().map(one -> one.request().key()).toList();
        }
    }

    private final List<Transaction> transactions = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> prepared = new ArrayList<>();
    private final RegistrationQueue queue = new RegistrationQueue(this::begin, MAX, MAX_OF_INSTITUTION, nanos::get);

    private CompletableFuture<List<RegistrationGroup.Written>> begin(InstitutionId own, RegistrationGroup group) {
        transactions.add(new Transaction(group, new CompletableFuture<>()));
        return transactions.getLast().done;
    }

    private CompletableFuture<StoredResponse> register(InstitutionId institution, String key) {
        Caller caller = new Caller(new NodeId("gtm"), institution, "desk", Set.of("intake"));
        return queue.register(institution, WAIT, () -> {
            prepared.add(key);
            return new Request<>(caller, "POST /v1/returns", key, key, new ReturnRegistering.Single(null, null, null));
        });
    }

    private CompletableFuture<StoredResponse> register(String key) {
        return register(OWN, key);
    }

    @Test
    void refusesWhatComesAboveTheBoundAndSaysWhenToComeBack() {
        IntStream.range(0, MAX_OF_INSTITUTION).forEach(each -> register("own-" + each));
        IntStream.range(0, MAX - MAX_OF_INSTITUTION).forEach(each -> register(OTHER, "other-" + each));

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> register(OTHER, "one more"));
        assertThat(refused.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(refused.code()).isEqualTo("registrations-at-once");
        assertThat(refused.retryAfterSeconds()).isPresent();
    }

    /** Sealing its dossiers would take the processor from those who are served. */
    @Test
    void whatIsRefusedForWantOfRoomIsNotPrepared() {
        IntStream.range(0, MAX_OF_INSTITUTION).forEach(each -> register("own-" + each));

        assertThatThrownBy(() -> register("one more")).isInstanceOf(ProblemException.class);
        assertThat(prepared).doesNotContain("one more");
    }

    @Test
    void whatCannotBePreparedLeavesItsRoomToOthers() {
        IllegalStateException fault = new IllegalStateException("no key");
        IntStream.rangeClosed(0, MAX)
                .forEach(each -> assertThat(queue.register(OWN, WAIT, () -> {
                            throw fault;
                        }))
                        .isCompletedExceptionally());

        assertThat(register("a")).isNotDone();
    }

    @Test
    void oneInstitutionLeavesRoomForOthers() {
        IntStream.range(0, MAX_OF_INSTITUTION).forEach(each -> register("own-" + each));

        assertThatThrownBy(() -> register("one more")).isInstanceOf(ProblemException.class);
        register(OTHER, "other");
        assertThat(transactions.getLast().keys()).containsExactly("other");
    }

    @Test
    void whoeverIsAnsweredOrGoesAwayMakesRoom() {
        List<CompletableFuture<StoredResponse>> all = IntStream.range(0, MAX_OF_INSTITUTION)
                .mapToObj(each -> register("own-" + each))
                .toList();
        transactions.getFirst().commit();
        all.getLast().completeExceptionally(new TimeoutException());

        register("one more");
        register("another");
        assertThatThrownBy(() -> register("too many")).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatHasLessTimeLeftThanTheLastGroupTookIsRefusedAtOnce() {
        register("a");
        CompletableFuture<StoredResponse> b = register("b");
        after(10);
        CompletableFuture<StoredResponse> c = register("c");
        transactions.getFirst().commit();
        transactions.getLast().commit();

        assertThat(refusal(b).code()).isEqualTo("registrations-at-once");
        assertThat(refusal(b).retryAfterSeconds()).isPresent();
        assertThat(transactions).extracting(Transaction::keys).containsExactly(List.of("a"), List.of("c"));
        assertThat(c).isCompleted();
    }

    @Test
    void whatHasTimeEnoughIsBegun() {
        register("a");
        after(2);
        register("b");
        transactions.getFirst().commit();

        assertThat(transactions.getLast().keys()).containsExactly("b");
    }

    /** Else nothing would be begun any more after a group that took all the time that people wait. */
    @Test
    void whoComesAfterASlowGroupIsServed() {
        register("a");
        after(60);
        transactions.getFirst().commit();
        register("b");

        assertThat(transactions.getLast().keys()).containsExactly("b");
    }

    private void after(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private static ProblemException refusal(CompletableFuture<StoredResponse> answer) {
        return (ProblemException) answer.exceptionNow();
    }
}
