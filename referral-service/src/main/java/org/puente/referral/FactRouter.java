package org.puente.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DirectoryFact;
import org.puente.contracts.DossierFact;
import org.puente.contracts.Fact;
import org.puente.contracts.FactType;
import org.puente.contracts.FollowUpFact;
import org.puente.contracts.NodeId;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralNote;
import org.puente.contracts.ReportFact;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.SlugId;
import org.puente.platform.Node;
import org.puente.platform.inbox.FactHandler;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.sealing.Purpose;
import org.puente.platform.tracing.Trace;
import org.puente.referral.attachments.HeldAttachments;
import org.puente.referral.attachments.PartLabel;
import org.puente.referral.attachments.SentAttachments;
import org.puente.referral.capacity.CapacityLedger;
import org.puente.referral.cases.ConsentWithdrawal;
import org.puente.referral.cases.PublishedReturns;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.RecipientNames;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.Erasure;
import org.puente.referral.intake.ReferralConsumer;

/** Hands each fact to the feature that it concerns. */
@ApplicationScoped
class FactRouter implements FactHandler {
    private final Node node;
    private final PublishedReturns returns;
    private final Directory directory;
    private final RecipientNames names;
    private final CapacityLedger capacity;
    private final Dossiers dossiers;
    private final HeldAttachments held;
    private final SentAttachments sent;
    private final Erasure erasure;
    private final ReferralConsumer referrals;
    private final ConsentWithdrawal consents;

    FactRouter(
            Node node,
            PublishedReturns returns,
            Directory directory,
            RecipientNames names,
            CapacityLedger capacity,
            Dossiers dossiers,
            HeldAttachments held,
            SentAttachments sent,
            Erasure erasure,
            ReferralConsumer referrals,
            ConsentWithdrawal consents) {
        this.node = node;
        this.returns = returns;
        this.directory = directory;
        this.names = names;
        this.capacity = capacity;
        this.dossiers = dossiers;
        this.held = held;
        this.sent = sent;
        this.erasure = erasure;
        this.referrals = referrals;
        this.consents = consents;
    }

    /** What an announced arrival brings is reception's. */
    @Override
    public boolean takes(FactType type) {
        return !ArrivalFact.class.isAssignableFrom(type.fact());
    }

    /** What can be is applied together: a few statements serve it all. Facts and notes of referrals come last. */
    @Override
    public Uni<Void> onAll(Mutiny.Session session, List<Received> batch) {
        Map<Boolean, List<Received>> ofReferrals =
                batch.stream().collect(Collectors.partitioningBy(FactRouter::isOfReferral));
        return Sequential.each(PublishedReturns.runs(ofReferrals.get(false)), run -> onRun(session, run))
                .chain(() -> referrals.on(session, ofReferrals.get(true)));
    }

    private Uni<Void> onRun(Mutiny.Session session, List<Received> run) {
        Received first = run.getFirst();
        Trace.follow(first.envelope().traceparent());
        return PublishedReturns.takes(first) ? returns.keep(session, run) : on(session, first);
    }

    private static boolean isOfReferral(Received received) {
        Fact fact = received.fact().orElse(null);
        return fact instanceof ReferralFact || fact instanceof ReferralNote;
    }

    @Override
    public Uni<Void> on(Mutiny.Session session, Received received) {
        return received.fact()
                .map(fact -> on(session, received, fact))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> on(Mutiny.Session session, Received received, Fact fact) {
        NodeId from = received.topic().node();
        return switch (fact) {
            case ReturnFact.WholeState state -> returns.keep(session, List.of(received));
            case ReturnFact.ConsentRecorded consent -> returns.keep(session, List.of(received));
            case ReturnFact.ConsentWithdrawn consent -> consents.on(session, consent);
            case ReturnFact.Erased erased -> consents.on(session, erased);
            case DirectoryFact.NodePublished entry -> {
                mustPublishForItself(from, entry.node());
                yield directory.keep(session, entry);
            }
            case DirectoryFact.InstitutionPublished entry -> {
                mustPublishForItself(from, entry.node());
                mustBeItsOwn(from, entry.institution());
                yield names.keep(session, entry);
            }
            case DirectoryFact.OfferPublished entry -> {
                mustPublishForItself(from, entry.node());
                mustBeItsOwn(from, entry.offerId(), entry.institution());
                yield directory.keep(session, entry).chain(kept -> kept ? capacity.follow(session, entry) : nothing());
            }
            case DirectoryFact.CapacityChanged entry -> {
                mustPublishForItself(from, entry.node());
                mustBeItsOwn(from, entry.offerId(), entry.institution());
                yield directory.keep(session, entry);
            }
            case ReferralFact step -> referrals.on(session, List.of(received));
            case ReferralNote note -> referrals.on(session, List.of(received));
            case DossierFact.Sealed sealed -> {
                if (!sealed.to().equals(node.id())) {
                    throw new FactRefused("foreign-party", "the dossier is sealed to another");
                }
                if (sealed.referralId() == null && !from.equals(node.id())) {
                    throw new FactRefused("foreign-party", "the case is not of the sealing node");
                }
                if (sealed.referralId() == null && !Purpose.is(ConsentPurpose.REFERRAL, sealed.jwe())) {
                    yield nothing();
                }
                yield PartLabel.of(sealed.jwe())
                        .map(label -> held.keep(session, from, sealed, label))
                        .orElseGet(() -> dossiers.keep(session, from, sealed));
            }
            case ReturnFact.Announced announced -> nothing();
            case ReceptionFact reception -> nothing();
            case ArrivalFact arrival -> nothing();
            case DossierFact.Erased erased
            when erased.referralId() == null -> {
                if (!from.equals(node.id())) {
                    throw new FactRefused("foreign-party", "the case is not of the erasing node");
                }
                yield erasure.follow(session, from, erased);
            }
            case DossierFact.Erased erased -> sent.erased(session, from, erased);
            case FollowUpFact followUp -> nothing();
            case ReportFact report -> nothing();
        };
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static void mustPublishForItself(NodeId source, NodeId entry) {
        if (!source.equals(entry)) {
            throw new FactRefused("foreign-entry", source + " cannot publish for " + entry);
        }
    }

    /**
     * The ids that a node publishes begin with its own id. Whether another node owns them is
     * checked when they are read: a node with a longer id may join at any time.
     */
    private static void mustBeItsOwn(NodeId source, SlugId... ids) {
        for (SlugId id : ids) {
            if (!source.mayOwn(id)) {
                throw new FactRefused("foreign-entry", id + " is not of " + source);
            }
        }
    }
}
