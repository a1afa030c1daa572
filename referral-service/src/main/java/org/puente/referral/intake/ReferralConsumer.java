package org.puente.referral.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.Fact;
import org.puente.contracts.NodeId;
import org.puente.contracts.Party;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.Side;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.tracing.Trace;
import org.puente.referral.cases.Cases;
import org.puente.referral.deadlines.Reminders;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.Participants;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralChanges;
import org.puente.referral.referrals.Referrals;
import org.puente.referral.referrals.SharedFields;

/** Takes in the facts and notes of referrals that other nodes, and this one, publish. */
@ApplicationScoped
public class ReferralConsumer {
    private static final Logger LOG = Logger.getLogger(ReferralConsumer.class);

    private final Node node;
    private final PartyCheck parties;
    private final Referrals referrals;
    private final Cases cases;
    private final Echoes echoes;
    private final EarlyFacts early;
    private final ReferralChanges changes;
    private final Reminders reminders;
    private final Clock clock;

    ReferralConsumer(
            Node node,
            PartyCheck parties,
            Referrals referrals,
            Cases cases,
            Echoes echoes,
            EarlyFacts early,
            ReferralChanges changes,
            Reminders reminders,
            Clock clock) {
        this.node = node;
        this.parties = parties;
        this.referrals = referrals;
        this.cases = cases;
        this.echoes = echoes;
        this.early = early;
        this.changes = changes;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Takes in the referral facts and notes of one batch, in its order. */
    public Uni<Void> on(Mutiny.Session session, List<Received> batch) {
        return echoes.withoutEchoes(session, batch)
                .chain(fresh -> fresh.isEmpty()
                        ? nothing()
                        : parties.known(session, fresh).chain(named -> take(session, named, fresh)));
    }

    /** Looks for early facts only where the batch begins a referral. */
    private Uni<ReferralBatch> open(Mutiny.Session session, List<Received> fresh) {
        Set<ReferralId> ids = new LinkedHashSet<>();
        Set<ReferralId> issued = new LinkedHashSet<>();
        for (Received received : fresh) {
            Fact fact = received.fact().orElseThrow();
            ids.add(referral(fact));
            if (fact instanceof ReferralFact.Issued begin) {
                issued.add(begin.referralId());
            }
        }
        return early.hold(session, ids)
                .chain(() -> referrals.hold(session, ids))
                .chain(known -> early.of(session, issued).map(all -> new ReferralBatch(known, all)));
    }

    private static ReferralId referral(Fact fact) {
        return fact instanceof ReferralNote note ? note.referralId() : ((ReferralFact) fact).referralId();
    }

    private Uni<Void> take(Mutiny.Session session, PartyCheck.Known named, List<Received> fresh) {
        return open(session, fresh)
                .chain(held -> Sequential.each(fresh, received -> take(session, held, named, received)));
    }

    private Uni<Void> take(Mutiny.Session session, ReferralBatch held, PartyCheck.Known named, Received received) {
        Trace.follow(received.envelope().traceparent());
        return switch (received.fact().orElseThrow()) {
            case ReferralFact.Issued issued -> {
                named.check(received.topic(), issued);
                yield onIssued(session, held, received, issued);
            }
            case ReferralFact step -> onStep(session, held, received, step);
            case ReferralNote note -> onNote(session, held, received, note);
            default -> throw new IllegalArgumentException("not of a referral");
        };
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** A note comes after its referral, so one of an unknown referral is put aside. */
    private Uni<Void> onNote(Mutiny.Session session, ReferralBatch held, Received received, ReferralNote note) {
        List<Referral> between = held.between(received.topic(), note.referralId());
        if (between.isEmpty()) {
            throw new FactRefused("unknown-referral", "nothing was issued");
        }
        Party sender = new Party(received.topic().node(), note.institution());
        Referral referral = between.stream()
                .filter(known -> Participants.of(known).at(note.side()).equals(sender))
                .findFirst()
                .orElseThrow(StepPolicy::wrongSide);
        if (!referral.caseId().equals(note.caseId())) {
            throw StepPolicy.foreignCase();
        }
        return changes.receive(session, referral, received.envelope().id(), note);
    }

    /** Begins a referral that is not known yet; where it is known, acknowledges it if nobody has. */
    private Uni<Void> onIssued(
            Mutiny.Session session, ReferralBatch held, Received received, ReferralFact.Issued issued) {
        Optional<Referral> known = held.issuedBy(received.topic().node(), issued.referralId());
        return known.isEmpty() ? begin(session, held, received, issued) : acknowledge(session, known.get());
    }

    /** Writes the referral once its facts so far are applied: by one statement, not by three. */
    private Uni<Void> begin(Mutiny.Session session, ReferralBatch held, Received received, ReferralFact.Issued issued) {
        Referral referral = Referral.begin(received.envelope().id(), issued, clock.instant());
        if (issued.from().node().equals(node.id())) {
            referral.remindAt(reminders.dueOn(issued.occurredAt(), issued.answerBy()));
        }
        held.begin(referral);
        List<EarlyFact> waiting = held.waitingFor(issued.referralId(), issued.from(), issued.to());
        return findOwner(session, referral)
                .chain(() -> changes.informOfIssued(session, referral))
                .chain(() -> catchUp(session, referral, waiting))
                .chain(() -> acknowledge(session, referral).chain(() -> session.persist(referral)));
    }

    /** Finds the case owner of a referral that this node issued and lost in a restore. */
    private Uni<Void> findOwner(Mutiny.Session session, Referral referral) {
        return referral.from().node().equals(node.id())
                ? cases.ownerBeside(session, referral.from().institution(), referral.caseId())
                        .invoke(owner -> referral.shares(SharedFields.of(Fields.NONE, null, owner)))
                        .replaceWithVoid()
                : nothing();
    }

    private Uni<Void> catchUp(Mutiny.Session session, Referral referral, List<EarlyFact> waiting) {
        return Sequential.each(waiting, fact -> catchUp(session, referral, fact))
                .chain(() -> early.forget(session, waiting));
    }

    /** Drops an early fact that is refused: the referral is taken in, whatever came before it. */
    private Uni<Void> catchUp(Mutiny.Session session, Referral referral, EarlyFact early) {
        try {
            return apply(session, referral, early.sourceNode(), early.id(), early.fact());
        } catch (FactRefused refusal) {
            LOG.warnf("The early fact %s of %s was dropped: %s", early.id(), early.sourceNode(), refusal.cause());
            return nothing();
        }
    }

    /** Acknowledges a referral that is addressed to this node, at once and without a person. */
    private Uni<Void> acknowledge(Mutiny.Session session, Referral referral) {
        return referral.to().node().equals(node.id())
                ? changes.addAutomatic(
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

    /**
     * Two nodes may each have issued a referral to the other under one id. A fact applies to each
     * of the two where its sender may take the step and the case is the same.
     */
    private Uni<Void> onStep(Mutiny.Session session, ReferralBatch held, Received received, ReferralFact fact) {
        List<Referral> between = held.between(received.topic(), fact.referralId());
        if (between.isEmpty()) {
            return early.keep(session, received, fact).invoke(held::add).replaceWithVoid();
        }
        NodeId sender = received.topic().node();
        List<Referral> meant = between.stream()
                .filter(referral -> StepPolicy.side(referral, sender, fact).isPresent())
                .toList();
        if (meant.isEmpty()) {
            throw StepPolicy.wrongSide();
        }
        List<Referral> ofTheCase = meant.stream()
                .filter(referral -> referral.caseId().equals(fact.caseId()))
                .toList();
        if (ofTheCase.isEmpty()) {
            throw StepPolicy.foreignCase();
        }
        return Sequential.each(
                ofTheCase,
                referral -> apply(session, referral, sender, received.envelope().id(), fact));
    }

    private Uni<Void> apply(Mutiny.Session session, Referral referral, NodeId sender, UUID factId, ReferralFact fact) {
        Side side = StepPolicy.side(referral, sender, fact).orElseThrow(StepPolicy::wrongSide);
        RecordedFact step = new RecordedFact(factId, side, fact);
        ChangeOrigin origin = sender.equals(node.id()) ? ChangeOrigin.RECOVERED : ChangeOrigin.OTHER_NODE;
        StepPolicy.refusal(referral, step, origin, clock.instant()).ifPresent(refusal -> {
            throw refusal;
        });
        return changes.apply(session, referral, step, origin);
    }
}
