package org.puente.reception.returns.registering;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.puente.platform.web.GroupIdempotency.Outcome;
import org.puente.platform.web.GroupIdempotency.Request;
import org.puente.platform.web.StoredResponse;

/**
 * A request with what is promised to its sender. Whoever no longer waits completes the answer: what has not begun by
 * then is not done.
 *
 * @param time how long its sender waits
 * @param alone whether it has a transaction of its own, since a group with it has failed
 */
record WaitingRegistration(
        Request<ReturnRegistering.Single> request,
        CompletableFuture<StoredResponse> answer,
        WaitingTime time,
        boolean alone) {

    boolean isAwaited() {
        return !answer.isDone();
    }

    /** Its key and the id that its client made, where it has them: no other of its group may have them too. */
    Set<Object> marks() {
        return Stream.of(request.id(), request.content().sentCaseId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    WaitingRegistration onItsOwn() {
        return new WaitingRegistration(request, answer, time, true);
    }

    /** Says at once that it should be sent again, instead of when its time is over. */
    void refuse() {
        answer.completeExceptionally(RegistrationQueue.comeBack());
    }

    void complete(Outcome outcome) {
        if (outcome.refusal() == null) {
            answer.complete(outcome.answer());
        } else {
            answer.completeExceptionally(outcome.refusal());
        }
    }
}
