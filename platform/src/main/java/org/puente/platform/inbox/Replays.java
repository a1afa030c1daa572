package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.platform.Node;
import org.puente.platform.persistence.Faults;
import org.puente.platform.persistence.UnitOfWork;
import org.puente.platform.problems.ProblemException;

/** Takes dead letters in after all: with their effect once, or not at all. */
@ApplicationScoped
class Replays {
    private static final Logger LOG = Logger.getLogger(Replays.class);

    private final UnitOfWork work;
    private final Inbox inbox;
    private final FactHandler handler;
    private final Ahead ahead;
    private final DeadLetterHistory history;
    private final Node node;
    private final Clock clock;

    Replays(
            UnitOfWork work,
            Inbox inbox,
            FactHandler handler,
            Ahead ahead,
            DeadLetterHistory history,
            Node node,
            Clock clock) {
        this.work = work;
        this.inbox = inbox;
        this.handler = handler;
        this.ahead = ahead;
        this.history = history;
        this.node = node;
        this.clock = clock;
    }

    /**
     * @param payload replaces the letter's payload; null leaves it as it came
     * @return fails with {@link ProblemException}: 404 or 409 if there is nothing to replay; 422 if
     *     the letter may not be mended like this, or still can't be taken in (then the attempt is
     *     written down)
     */
    Uni<DeadLetter> replay(UUID id, DeadLetterHistory.Doer doer, String payload, String reason) {
        return work.run(session -> hold(session, id)
                        .chain(letter -> takeIn(session, letter, payload))
                        .call(letter -> history.replayed(session, letter, doer, payload, reason)))
                .onFailure(Replays::isOfTheRecord)
                .recoverWithUni(why -> refused(id, doer, payload, reason, why)
                        .chain(() -> Uni.createFrom()
                                .failure(ProblemException.ruleBroken("replay-failed", DeadLetters.detailOf(why)))));
    }

    private static boolean isOfTheRecord(Throwable failure) {
        return !(failure instanceof ProblemException) && !Faults.isTransient(failure);
    }

    /**
     * A letter, held until the transaction ends.
     *
     * @throws ProblemException not found if there is none, 409 if it was replayed already
     */
    static Uni<DeadLetter> hold(Mutiny.Session session, UUID id) {
        return session.find(DeadLetter.class, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(letter -> {
                    if (letter == null) {
                        throw ProblemException.notFound();
                    }
                    if (letter.replayedAt != null) {
                        throw ProblemException.conflict("already-replayed");
                    }
                });
    }

    private Uni<DeadLetter> takeIn(Mutiny.Session session, DeadLetter letter, String payload) {
        Received received = Decoder.decode(payload == null ? letter.record() : corrected(letter.record(), payload));
        ahead.refuse(received);
        letter.replayedAt = clock.instant();
        letter.attempts++;
        return inbox.take(session, List.of(received))
                .chain(fresh -> handler.onAll(session, fresh))
                .replaceWith(letter);
    }

    private RawRecord corrected(RawRecord record, String payload) {
        return switch (DeadLetterCorrection.of(record, payload, node.id())) {
            case DeadLetterCorrection.Corrected corrected -> corrected.record();
            case DeadLetterCorrection.OfAnotherNode other ->
                throw ProblemException.ruleBroken("mend-foreign", other.node());
            case DeadLetterCorrection.WithOtherIds other ->
                throw ProblemException.ruleBroken("mend-other-ids", String.join(", ", other.members()));
        };
    }

    private Uni<Void> refused(UUID id, DeadLetterHistory.Doer doer, String payload, String reason, Throwable why) {
        if (!(why instanceof FactRefused)) {
            LOG.errorf("The replay of dead letter %s failed: %s", id, Faults.trace(why));
        }
        return work.run(session -> hold(session, id).chain(letter -> {
            letter.attempts++;
            if (payload == null) {
                letter.cause = DeadLetters.causeOf(why);
                letter.detail = DeadLetters.detailOf(why);
            }
            return history.refused(session, letter, doer, payload, reason);
        }));
    }
}
