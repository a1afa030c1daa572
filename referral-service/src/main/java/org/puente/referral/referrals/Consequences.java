package org.puente.referral.referrals;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.ErasureReason;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralStatus;
import org.puente.contracts.WithdrawalReason;
import org.puente.platform.Node;
import org.puente.platform.web.Refusal;
import org.puente.referral.cases.Cases;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.Erasing;
import org.puente.referral.places.PlacesBook;

/** What follows here from a new fact of a referral, whichever side said it. */
@ApplicationScoped
class Consequences {
    private static final Logger LOG = Logger.getLogger(Consequences.class);

    private final Node node;
    private final PlacesBook places;
    private final Erasing erasing;
    private final Cases cases;
    private final Issuing issuing;
    private final Directory directory;
    private final Clock clock;

    Consequences(
            Node node,
            PlacesBook places,
            Erasing erasing,
            Cases cases,
            Issuing issuing,
            Directory directory,
            Clock clock) {
        this.node = node;
        this.places = places;
        this.erasing = erasing;
        this.cases = cases;
        this.issuing = issuing;
        this.directory = directory;
        this.clock = clock;
    }

    Uni<Void> of(Mutiny.Session session, Referral referral, ReferralFact fact) {
        return settle(session, referral).chain(() -> follow(session, referral, fact));
    }

    /**
     * As {@link #of}, of what this node had said before its database was restored to an earlier
     * state. What it issued in consequence comes back by itself; the place that it gave is given.
     */
    Uni<Void> again(Mutiny.Session session, Referral referral, ReferralFact fact) {
        return giveAgain(session, referral, fact)
                .chain(
                        () ->
                                fact instanceof ReferralFact.Redirected
                                        ? settle(session, referral)
                                        : of(session, referral, fact))
                .invoke(
                        () -> {
                            if (referral.waits && fact instanceof ReferralFact.Waitlisted) {
                                referral.waitsSince = fact.occurredAt();
                            }
                        });
    }

    private Uni<Void> giveAgain(Mutiny.Session session, Referral referral, ReferralFact fact) {
        boolean given =
                fact instanceof ReferralFact.Accepted
                        && node.id().equals(referral.to().node())
                        && !referral.status().isFinal();
        return !given || referral.holdsPlace
                ? Uni.createFrom().voidItem()
                : places.takeAgain(session, referral.offerId(), referral.to().institution())
                        .invoke(limited -> referral.holdsPlace = limited)
                        .replaceWithVoid();
    }

    private Uni<Void> settle(Mutiny.Session session, Referral referral) {
        return settlePlace(session, referral).chain(() -> settleWaiting(session, referral));
    }

    private Uni<Void> settlePlace(Mutiny.Session session, Referral referral) {
        if (!referral.holdsPlace || !referral.status().isFinal()) {
            return Uni.createFrom().voidItem();
        }
        referral.holdsPlace = false;
        return places.giveBack(session, referral.offerId(), referral.to().institution());
    }

    private Uni<Void> settleWaiting(Mutiny.Session session, Referral referral) {
        boolean waits =
                node.id().equals(referral.to().node())
                        && referral.status() == ReferralStatus.WAITLISTED;
        if (waits == referral.waits) {
            return Uni.createFrom().voidItem();
        }
        referral.waits = waits;
        referral.waitsSince = waits ? clock.instant() : null;
        return places.waiting(
                session, referral.offerId(), referral.to().institution(), waits ? 1 : -1);
    }

    private Uni<Void> follow(Mutiny.Session session, Referral referral, ReferralFact fact) {
        boolean recipient = node.id().equals(referral.to().node());
        boolean issuer = node.id().equals(referral.from().node());
        return switch (fact) {
            case ReferralFact.Withdrawn withdrawn
                    when recipient && withdrawn.reason() == WithdrawalReason.CONSENT_WITHDRAWN ->
                    erasing.erase(session, referral.held(), ErasureReason.CONSENT_WITHDRAWN);
            case ReferralFact.Redirected redirected
                    when issuer && referral.status() == ReferralStatus.REDIRECTED ->
                    goOn(session, referral, redirected);
            default -> Uni.createFrom().voidItem();
        };
    }

    /**
     * The recipient points to another offer: the issuer, who holds the case and its consent, issues
     * the new referral. Where it may not, the redirected one stands for people to act on. The offer
     * need not be one that the issuer sees: a restricted one is of the recipient's own node.
     */
    private Uni<Void> goOn(
            Mutiny.Session session, Referral referral, ReferralFact.Redirected redirected) {
        ReferralFact.Issued first = referral.issued();
        return staysWithin(session, referral, redirected)
                .chain(() -> cases.hold(session, referral.caseId()))
                .onItem()
                .ifNotNull()
                .transformToUni(
                        file ->
                                goOn(
                                        session,
                                        new Order(
                                                file,
                                                redirected.offerId(),
                                                first.need(),
                                                first.priority(),
                                                first.consentId(),
                                                first.from(),
                                                referral.id(),
                                                true)))
                .onFailure(Refusal.class)
                .invoke(refusal -> LOG.infof("A redirect was not followed: %s", code(refusal)))
                .onFailure(Refusal.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Referral> goOn(Mutiny.Session session, Order order) {
        return order.ids(session)
                .chain(ids -> session.find(Referral.class, ids.referral().value()))
                .onItem()
                .ifNull()
                .switchTo(() -> issuing.issue(session, order));
    }

    /**
     * A restricted offer names its recipient: nobody there may hand the person on across a border,
     * and nobody elsewhere may hand one to it (domain, "What the documents ask of a system").
     */
    private Uni<Void> staysWithin(
            Mutiny.Session session, Referral referral, ReferralFact.Redirected redirected) {
        return directory
                .offer(session, referral.offerId())
                .chain(
                        first ->
                                directory
                                        .offer(session, redirected.offerId())
                                        .invoke(next -> refuseAcross(first, next)))
                .replaceWithVoid();
    }

    private static void refuseAcross(Offer first, Offer next) {
        if (first == null || next == null) {
            return; // what is not in the directory is refused when it is issued
        }
        boolean restricted = first.state().restricted() || next.state().restricted();
        if (restricted && !first.state().node().equals(next.state().node())) {
            throw Refusal.unprocessable("restricted-across-border");
        }
    }

    private static String code(Throwable refusal) {
        return ((Refusal) refusal).code();
    }
}
