package org.puente.reception.returns.registering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.InstitutionId;
import org.puente.platform.persistence.WorkerUnitOfWork;
import org.puente.platform.problems.ProblemException;
import org.puente.platform.problems.ProblemKind;
import org.puente.platform.web.GroupIdempotency.Request;
import org.puente.platform.web.StoredResponse;

/**
 * Where single registrations wait for a transaction: one goes on for each institution, and the next takes those that
 * came meanwhile. A request that comes alone doesn't wait.
 */
@ApplicationScoped
class RegistrationQueue {
    private static final int COME_BACK_SECONDS = 5;

    /** Writes a group in one transaction, begun at once. */
    @FunctionalInterface
    interface Writing {
        CompletableFuture<List<RegistrationGroup.Written>> write(InstitutionId institution, RegistrationGroup group);
    }

    private final Writing writing;
    private final int max;
    private final int maxOfInstitution;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<InstitutionId, InstitutionQueue> queues = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /**
     * @param max how many may be unanswered at once at this instance
     * @param maxOfInstitution how many of one institution, so that it leaves room for others
     */
    @Inject
    RegistrationQueue(
            ReturnRegistering registering,
            WorkerUnitOfWork work,
            @ConfigProperty(name = "puente.registrations.at-once") int max,
            @ConfigProperty(name = "puente.registrations.at-once-per-institution") int maxOfInstitution) {
        this(
                (institution, group) -> work.run(
                        session -> group.writtenBy(requests -> registering.apply(session, institution, requests)),
                        written -> written.forEach(RegistrationGroup.Written::mustBeAwaited)),
                max,
                maxOfInstitution,
                System::nanoTime);
    }

    RegistrationQueue(Writing writing, int max, int maxOfInstitution, LongSupplier nanos) {
        this.writing = writing;
        this.max = max;
        this.maxOfInstitution = maxOfInstitution;
        this.nanos = nanos;
    }

    /**
     * @param wait how long the sender waits
     * @param prepared makes the request; not asked where there is no room, since it seals dossiers
     * @return completes on the thread of the transaction. Who no longer waits completes it with a failure: then the
     *     registration is not begun any more
     * @throws ProblemException unavailable, if as many are unanswered already as are taken
     */
    CompletableFuture<StoredResponse> register(
            InstitutionId institution, Duration wait, Supplier<Request<ReturnRegistering.Single>> prepared) {
        InstitutionQueue queue = queues.computeIfAbsent(institution, own -> new InstitutionQueue(own, writing, nanos));
        WaitingTime time = WaitingTime.of(wait, nanos.getAsLong());
        CompletableFuture<StoredResponse> answer = new CompletableFuture<>();
        await(queue, answer);
        try {
            queue.add(new WaitingRegistration(prepared.get(), answer, time, false));
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
        return answer;
    }

    /** The answer to who comes while too much is to be done. */
    static ProblemException comeBack() {
        return ProblemException.of(ProblemKind.UNAVAILABLE, "registrations-at-once")
                .retryAfter(COME_BACK_SECONDS);
    }

    private void await(InstitutionQueue queue, CompletableFuture<StoredResponse> answer) {
        if (unanswered.incrementAndGet() > max || queue.unanswered() >= maxOfInstitution) {
            unanswered.decrementAndGet();
            throw comeBack();
        }
        answer.whenComplete((done, failure) -> unanswered.decrementAndGet());
        queue.await(answer);
    }
}
