package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.Fact;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.Side;
import org.puente.platform.InTurn;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.referral.box.Boxes;
import org.puente.referral.dossiers.Fields;

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

    /** Takes in what came in one batch, in its order: referral facts and notes. */
    public Uni<Void> on(Mutiny.Session session, List<Received> batch) {
        return news(session, batch)
                .chain(
                        news ->
                                news.isEmpty()
                                        ? nothing()
                                        : open(session, news)
                                                .chain(docket -> take(session, docket, news)));
    }

    /**
     * Leaves out the echoes: what this node said to another. A fact of these is news only where the
     * database was restored to before it was said; a note is made again where it was forgotten.
     */
    private Uni<List<Received>> news(Mutiny.Session session, List<Received> batch) {
        Map<UUID, ReferralId> echoes = new HashMap<>();
        for (Received one : batch) {
            if (isEcho(one) && one.fact().orElseThrow() instanceof ReferralFact fact) {
                echoes.put(one.envelope().id(), fact.referralId());
            }
        }
        return (echoes.isEmpty()
                        ? Uni.createFrom().item(Set.<UUID>of())
                        : referrals.known(session, echoes))
                .map(known -> batch.stream().filter(one -> isNews(one, known)).toList());
    }

    private boolean isNews(Received one, Set<UUID> known) {
        return !isEcho(one)
                || one.fact().orElseThrow() instanceof ReferralFact
                        && !known.contains(one.envelope().id());
    }

    private boolean isEcho(Received received) {
        return received.topic().node().equals(node.id())
                && !received.topic().to().equals(node.id());
    }

    private Uni<Docket> open(Mutiny.Session session, List<Received> news) {
        Set<ReferralId> ids = new LinkedHashSet<>();
        news.forEach(one -> ids.add(referral(one.fact().orElseThrow())));
        return early.hold(session, ids)
                .chain(() -> referrals.hold(session, ids))
                .chain(
                        known -> {
                            known.forEach(one -> ids.remove(one.id()));
                            return early.of(session, ids)
                                    .map(waiting -> new Docket(known, waiting));
                        });
    }

    private static ReferralId referral(Fact fact) {
        return fact instanceof ReferralNote note
                ? note.referralId()
                : ((ReferralFact) fact).referralId();
    }

    private Uni<Void> take(Mutiny.Session session, Docket docket, List<Received> news) {
        return InTurn.each(news, one -> take(session, docket, one));
    }

    private Uni<Void> take(Mutiny.Session session, Docket docket, Received received) {
        return switch (received.fact().orElseThrow()) {
            case ReferralFact.Issued issued -> onIssued(session, docket, received, issued);
            case ReferralFact said -> onSaid(session, docket, received, said);
            case ReferralNote note -> onNote(session, docket, received, note);
            default -> throw new IllegalArgumentException("not of a referral");
        };
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** A note follows the referral on the same way, so one of an unknown referral is put aside. */
    private Uni<Void> onNote(
            Mutiny.Session session, Docket docket, Received received, ReferralNote note) {
        Referral referral = docket.find(note.referralId());
        if (referral == null) {
            throw new FactRefused("unknown-referral", "nothing was issued");
        }
        Party end = note.side() == Side.ISSUER ? referral.from() : referral.to();
        if (!end.equals(new Party(received.topic().node(), note.institution()))) {
            throw new FactRefused("wrong-side", "not the speaker's to say");
        }
        referral.note(note, clock.instant());
        return boxes.note(session, referral.news(received.envelope().id(), note));
    }

    /** A referral that is addressed to this node is acknowledged at once, by itself. */
    private Uni<Void> onIssued(
            Mutiny.Session session, Docket docket, Received received, ReferralFact.Issued issued) {
        if (!issued.from().node().equals(received.topic().node())
                || !issued.to().node().equals(received.topic().to())) {
            throw new FactRefused("foreign-party", "the parties are not those of the topic");
        }
        Referral known = docket.find(issued.referralId());
        return known == null
                ? begin(session, docket, received, issued)
                : acknowledge(session, known);
    }

    /** It is written when all that was said so far is in it: by one statement, not by three. */
    private Uni<Void> begin(
            Mutiny.Session session, Docket docket, Received received, ReferralFact.Issued issued) {
        Referral referral = Referral.begin(received.envelope().id(), issued, clock.instant());
        if (issued.from().node().equals(node.id())) {
            referral.remindAt = reminders.dueOn(issued.occurredAt(), issued.answerBy());
        }
        docket.add(referral);
        List<EarlyFact> waiting = docket.waitingFor(issued.referralId());
        return findOwner(session, referral)
                .chain(() -> boxes.note(session, referral.news(referral.said().getFirst())))
                .chain(() -> catchUp(session, referral, waiting))
                .chain(() -> early.forget(session, waiting))
                .chain(() -> acknowledge(session, referral))
                .chain(() -> session.persist(referral));
    }

    /** Of what this node issued, and has forgotten by a restore. */
    private Uni<Void> findOwner(Mutiny.Session session, Referral referral) {
        return referral.from().node().equals(node.id())
                ? referrals
                        .ownerBesideIssuer(session, referral)
                        .invoke(owner -> referral.sharing = Sharing.of(Fields.NONE, owner))
                        .replaceWithVoid()
                : nothing();
    }

    private Uni<Void> catchUp(Mutiny.Session session, Referral referral, List<EarlyFact> waiting) {
        return InTurn.each(
                waiting, one -> hear(session, referral, one.sourceNode(), one.id, one.fact()));
    }

    private Uni<Void> acknowledge(Mutiny.Session session, Referral referral) {
        return referral.to().node().equals(node.id())
                ? speaking.say(
                                session,
                                referral,
                                Side.RECIPIENT,
                                new ReferralFact.Acknowledged(
                                        referral.id(),
                                        referral.caseId(),
                                        referral.to().institution(),
                                        clock.instant()))
                        .replaceWithVoid()
                : nothing();
    }

    private Uni<Void> onSaid(
            Mutiny.Session session, Docket docket, Received received, ReferralFact fact) {
        Referral referral = docket.find(fact.referralId());
        return referral == null
                ? early.keep(session, received, fact).invoke(docket::add).replaceWithVoid()
                : hear(session, referral, received.topic().node(), received.envelope().id(), fact);
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
