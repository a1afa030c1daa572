package org.puente.reception.returns.registering;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.GroupIdempotency.Request;

/**
 * Registrations that one transaction writes.
 *
 * @param all one of them at least
 */
record RegistrationGroup(List<WaitingRegistration> all) {

    /** A registration with what became of it. */
    record Written(WaitingRegistration registration, Outcome outcome) {
        void answer() {
            registration.complete(outcome);
        }

        /** Fails the transaction unless somebody still waits for the registration. */
        void mustBeAwaited() {
            if (!registration.isAwaited()) {
                throw new NoLongerAwaited();
            }
        }
    }

    /** Somebody was told meanwhile to send the registration again: the transaction must not be committed. */
    static final class NoLongerAwaited extends RuntimeException {
        private NoLongerAwaited() {
            super("somebody no longer waits for a registration", null, false, false);
        }
    }

    /**
     * Writes those that somebody waits for when the transaction begins. A database that was frozen would else write,
     * once it answers again, what people have been told to send again.
     *
     * @param write gives an outcome for each request, in their order
     * @return what became of each that it wrote
     */
    Uni<List<Written>> writtenBy(Function<List<Request<ReturnRegistering.Single>>, Uni<List<Outcome>>> write) {
        List<WaitingRegistration> awaited =
                all.stream().filter(WaitingRegistration::isAwaited).toList();
        return awaited.isEmpty()
                ? Uni.createFrom().item(List.of())
                : write.apply(awaited.stream().map(WaitingRegistration::request).toList())
                        .map(outcomes -> written(awaited, outcomes));
    }

    private static List<Written> written(List<WaitingRegistration> awaited, List<Outcome> outcomes) {
        return IntStream.range(0, awaited.size())
                .mapToObj(i -> new Written(awaited.get(i), outcomes.get(i)))
                .toList();
    }

    void fail(Throwable failure) {
        all.forEach(one -> one.answer().completeExceptionally(failure));
    }
}
