package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.Side;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.referral.box.Boxes;

/** Takes in what other nodes, and this one, say of referrals. */
@ApplicationScoped
public class Hearing {
    private final Node node;
    private final Referrals referrals;
    private final EarlyFacts early;
    private final Speaking speaking;
    private final Consequences consequences;
    private final Reminders reminders;
    private final Boxes boxes;
    private final Clock clock;

    Hearing(
            Node node,
            Referrals referrals,
            EarlyFacts early,
            Speaking speaking,
            Consequences consequences,
            Reminders reminders,
            Boxes boxes,
            Clock clock) {
        this.node = node;
        this.referrals = referrals;
        this.early = early;
        this.speaking = speaking;
        this.consequences = consequences;
        this.reminders = reminders;
        this.boxes = boxes;
        this.clock = clock;
    }

    public Uni<Void> on(Mutiny.Session session, Received received, ReferralFact fact) {
        return isEcho(received)
                ? referrals
                        .knows(session, fact.referralId(), received.envelope().id())
                        .chain(known -> known ? nothing() : take(session, received, fact))
                : take(session, received, fact);
    }

    /**
     * Whether it is what this node said to another. It is news only where the database was restored
     * to before it was said.
     */
    private boolean isEcho(Received received) {
        return received.topic().node().equals(node.id())
                && !received.topic().to().equals(node.id());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> take(Mutiny.Session session, Received received, ReferralFact fact) {
        return fact instanceof ReferralFact.Issued issued
                ? onIssued(session, received, issued)
                : onSaid(session, received, fact);
    }

    /**
     * Takes in what is no step. A note follows the referral on the same way, so one of an unknown
     * referral is put aside. What this node noted itself and has forgotten it notes again.
     */
    public Uni<Void> on(Mutiny.Session session, Received received, ReferralNote note) {
        if (isEcho(received)) {
            return nothing();
        }
        return referrals
                .hold(session, note.referralId())
                .invoke(
                        referral -> {
                            if (referral == null) {
                                throw new FactRefused("unknown-referral", "nothing was issued");
                            }
                            Party end =
                                    note.side() == Side.ISSUER ? referral.from() : referral.to();
                            if (!end.equals(
                                    new Party(received.topic().node(), note.institution()))) {
                                throw new FactRefused("wrong-side", "not the speaker's to say");
                            }
                            referral.note(note, clock.instant());
                        })
                .chain(
                        referral ->
                                boxes.note(session, referral.news(received.envelope().id(), note)));
    }

    /** A referral that is addressed to this node is acknowledged at once, by itself. */
    private Uni<Void> onIssued(
            Mutiny.Session session, Received received, ReferralFact.Issued issued) {
        if (!issued.from().node().equals(received.topic().node())
                || !issued.to().node().equals(received.topic().to())) {
            throw new FactRefused("foreign-party", "the parties are not those of the topic");
        }
        Instant now = clock.instant();
        return referrals
                .hold(session, issued.referralId())
                .chain(
                        known ->
                                known != null
                                        ? Uni.createFrom().item(known)
                                        : begin(session, received, issued, now))
                .chain(
                        referral ->
                                referral.to().node().equals(node.id())
                                        ? acknowledge(session, referral, now)
                                        : nothing());
    }

    private Uni<Referral> begin(
            Mutiny.Session session, Received received, ReferralFact.Issued issued, Instant now) {
        Referral referral = Referral.begin(received.envelope().id(), issued, now);
        if (issued.from().node().equals(node.id())) {
            referral.remindAt = reminders.dueOn(issued.occurredAt(), issued.answerBy());
        }
        return early.hold(session, issued.referralId())
                .chain(() -> session.persist(referral))
                .chain(() -> boxes.note(session, referral.news(referral.said().getFirst())))
                .chain(() -> early.take(session, issued.referralId()))
                .chain(waiting -> catchUp(session, referral, waiting))
                .replaceWith(referral);
    }

    private Uni<Void> catchUp(Mutiny.Session session, Referral referral, List<EarlyFact> waiting) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (EarlyFact one : waiting) {
            chain =
                    chain.chain(
                            () -> hear(session, referral, one.sourceNode(), one.id, one.fact()));
        }
        return chain;
    }

    private Uni<Void> acknowledge(Mutiny.Session session, Referral referral, Instant now) {
        return speaking.say(
                        session,
                        referral,
                        Side.RECIPIENT,
                        new ReferralFact.Acknowledged(
                                referral.id(), referral.caseId(), referral.to().institution(), now))
                .replaceWithVoid();
    }

    private Uni<Void> onSaid(Mutiny.Session session, Received received, ReferralFact fact) {
        return referrals
                .hold(session, fact.referralId())
                .chain(
                        referral ->
                                referral == null
                                        ? early.hold(session, fact.referralId())
                                                .chain(
                                                        () ->
                                                                referrals.hold(
                                                                        session, fact.referralId()))
                                        : Uni.createFrom().item(referral))
                .chain(
                        referral ->
                                referral == null
                                        ? early.keep(session, received, fact)
                                        : hear(
                                                session,
                                                referral,
                                                received.topic().node(),
                                                received.envelope().id(),
                                                fact));
    }

    private Uni<Void> hear(
            Mutiny.Session session,
            Referral referral,
            NodeId speaker,
            UUID factId,
            ReferralFact fact) {
        Optional<Side> side =
                Side.of(referral.issued(), fact.step(), new Party(speaker, fact.institution()));
        if (side.isEmpty()) {
            throw new FactRefused(
                    "wrong-side", fact.step().code() + " is not the speaker's to say");
        }
        Said said = new Said(factId, side.get(), fact);
        if (!referral.hear(said, clock.instant())) {
            return nothing();
        }
        return boxes.note(session, referral.news(said))
                .chain(
                        () ->
                                speaker.equals(node.id())
                                        ? consequences.again(session, referral, fact)
                                        : consequences.of(session, referral, fact));
    }
}
