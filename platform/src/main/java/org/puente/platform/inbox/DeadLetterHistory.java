package org.puente.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.Node;
import org.puente.platform.audit.Audit;
import org.puente.platform.inbox.DeadLetterAction.Kind;
import org.puente.platform.web.Caller;

/**
 * Writes down what was done to dead letters: beside the letter and, for an operator, in the audit.
 */
@ApplicationScoped
class DeadLetterHistory {
    private final Audit audit;
    private final Node node;
    private final Clock clock;

    DeadLetterHistory(Audit audit, Node node, Clock clock) {
        this.audit = audit;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Who acts on a dead letter.
     *
     * @param caller null if the service acts by itself
     */
    record Doer(Caller caller) {
        static final Doer SERVICE = new Doer(null);
    }

    Uni<Void> replayed(Mutiny.Session session, DeadLetter letter, Doer doer, String payload, String reason) {
        Kind kind = payload == null ? Kind.REPLAYED : Kind.MENDED;
        return write(session, letter, doer, kind, payload, reason);
    }

    Uni<Void> refused(Mutiny.Session session, DeadLetter letter, Doer doer, String payload, String reason) {
        return write(session, letter, doer, Kind.REFUSED, payload, reason);
    }

    Uni<Void> discarded(Mutiny.Session session, DeadLetter letter, Doer doer, String reason) {
        return write(session, letter, doer, Kind.DISCARDED, null, reason);
    }

    private Uni<Void> write(
            Mutiny.Session session, DeadLetter letter, Doer doer, Kind kind, String payload, String reason) {
        DeadLetterAction action = new DeadLetterAction();
        action.letterId = letter.id;
        action.at = clock.instant();
        action.actor = doer.caller() == null ? node.consumer() : doer.caller().subject();
        action.institution = institution(doer);
        action.kind = kind.code();
        action.why = reason == null ? "cause " + letter.cause : reason;
        if (payload != null) {
            action.payloadBefore = letter.payload;
            action.payloadAfter = payload.getBytes(StandardCharsets.UTF_8);
        }
        return session.persist(action)
                .chain(() -> doer.caller() == null
                        ? Uni.createFrom().voidItem()
                        : audit.add(
                                session,
                                doer.caller(),
                                "dead-letter." + action.kind,
                                letter.id.toString(),
                                payload == null ? List.of() : List.of("payload"),
                                action.why));
    }

    private String institution(Doer doer) {
        return doer.caller() == null || doer.caller().institution() == null
                ? node.id().value()
                : doer.caller().institution().value();
    }

    /** What was done to a letter, oldest first; a hundred actions at most. */
    Uni<List<DeadLetterAction>> of(Mutiny.Session session, UUID letter) {
        return session.createQuery(
                        "from DeadLetterAction where letterId = :letter order by position", DeadLetterAction.class)
                .setParameter("letter", letter)
                .setMaxResults(100)
                .getResultList();
    }
}
