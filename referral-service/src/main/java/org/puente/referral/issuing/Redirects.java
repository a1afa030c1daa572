package org.puente.referral.issuing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.OfferId;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.contracts.ReferralStatus;
import org.puente.platform.Node;
import org.puente.platform.web.Caller;
import org.puente.referral.cases.CaseFile;
import org.puente.referral.cases.Cases;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.referrals.ChangeOrigin;
import org.puente.referral.referrals.PendingRedirect;
import org.puente.referral.referrals.RecordedFact;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralListener;
import org.puente.referral.referrals.Referrals;

/**
 * Follows a redirect by a new referral of the issuer, which holds the case and its consent. It is
 * issued without a person where the other offer needs no more of the person than the redirected
 * referral was sent, the given names at least (ADR 045); else it waits for the yes of the case owner (ADR 020). A redirect back to an
 * offer of the same chain is left to people.
 */
@ApplicationScoped
@Priority(ReferralListener.REDIRECTS)
class Redirects implements ReferralListener {
    private static final Logger LOG = Logger.getLogger(Redirects.class);

    /** The most offers of a chain that is followed without a person. */
    private static final int MAX_CHAIN = 10;

    private final Node node;
    private final Cases cases;
    private final Referrals referrals;
    private final Directory directory;
    private final ReferralIssuing issuing;
    private final Onward onward;
    private final SentHistory history;
    private final Clock clock;

    Redirects(
            Node node,
            Cases cases,
            Referrals referrals,
            Directory directory,
            ReferralIssuing issuing,
            Onward onward,
            SentHistory history,
            Clock clock) {
        this.node = node;
        this.cases = cases;
        this.referrals = referrals;
        this.directory = directory;
        this.issuing = issuing;
        this.onward = onward;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Uni<Void> onChange(Mutiny.Session session, Referral referral, RecordedFact fact, ChangeOrigin origin) {
        return fact.fact() instanceof ReferralFact.Redirected redirected
                        && origin != ChangeOrigin.RECOVERED
                        && node.id().equals(referral.from().node())
                        && referral.status() == ReferralStatus.REDIRECTED
                ? follow(session, referral, redirected)
                : Uni.createFrom().voidItem();
    }

    /**
     * Follows the redirect. Where that is not permitted, the redirected referral stays for people
     * to act on. The issuer need not see the offer: a restricted one is of the recipient's own
     * node. Where the recipient points to several offers, only the first is followed.
     */
    private Uni<Void> follow(Mutiny.Session session, Referral referral, ReferralFact.Redirected redirected) {
        return goOnUnlessFollowed(session, referral, redirected.offerId())
                .onFailure(IssueRefused.class)
                .invoke(refused -> logNotFollowed(referral, refused.getMessage()))
                .onFailure(IssueRefused.class)
                .recoverWithNull();
    }

    private Uni<Void> goOnUnlessFollowed(Mutiny.Session session, Referral referral, OfferId offer) {
        return referrals
                .partOf(session, referral.id())
                .chain(followed -> followed.isEmpty() && referral.sharing().waiting() == null
                        ? goOnUnlessCircle(session, referral, offer)
                        : Uni.createFrom().voidItem());
    }

    private static void logNotFollowed(Referral referral, String reason) {
        LOG.infof("The redirect of referral %s was not followed: %s", referral.id(), reason);
    }

    /** In a circle, or a chain without end, a person would wait for ever: so people decide. */
    private Uni<Void> goOnUnlessCircle(Mutiny.Session session, Referral referral, OfferId offer) {
        return history.offersUpTo(session, referral.localId()).chain(offers -> {
            if (offers.contains(offer) || offers.size() >= MAX_CHAIN) {
                logNotFollowed(referral, "its chain is a circle or too long");
                return Uni.createFrom().voidItem();
            }
            return goOn(session, referral, offer);
        });
    }

    private Uni<Void> goOn(Mutiny.Session session, Referral referral, OfferId offer) {
        return next(session, referral, offer)
                .chain(next -> cases.hold(session, referral.caseId())
                        .chain(file -> waitsForProtection(session, file)
                                .chain(waits -> onward.sentWith(session, referral, waits))
                                .chain(sent -> goOn(session, referral, file, offer, next, sent))));
    }

    private Uni<Boolean> waitsForProtection(Mutiny.Session session, CaseFile file) {
        return file != null && ChildAlone.is(file.state().profiles())
                ? referrals.isProtected(session, file.id()).map(taken -> !taken)
                : Uni.createFrom().item(false);
    }

    private Uni<Void> goOn(
            Mutiny.Session session, Referral referral, CaseFile file, OfferId offer, Offer next, Fields sent) {
        List<DossierField> missing = next == null ? List.of() : sent.missing(DangerPlaces.asked(next.state()));
        if (missing.isEmpty()) {
            return file == null ? Uni.createFrom().voidItem() : issue(session, referral, file, offer, sent);
        }
        await(referral, offer, missing);
        return Uni.createFrom().voidItem();
    }

    private static InstitutionId owner(Referral referral) {
        InstitutionId other = referral.sharing().caseOwner();
        return other == null ? referral.from().institution() : other;
    }

    private Uni<Void> issue(Mutiny.Session session, Referral referral, CaseFile file, OfferId offer, Fields sent) {
        ReferralFact.Issued first = referral.issued();
        return issuing.issue(
                        session,
                        new IssueCommand(
                                file,
                                offer,
                                first.need(),
                                first.priority(),
                                referral.consentId(),
                                first.from(),
                                referral.id(),
                                true,
                                sent))
                .replaceWithVoid();
    }

    private void await(Referral referral, OfferId offer, List<DossierField> fields) {
        referral.await(new PendingRedirect(offer, fields, owner(referral)), clock.instant());
    }

    /**
     * @return the other offer; null where it is not in the directory, and then its issue is refused
     * @throws IssueRefused where a redirect between the two offers is forbidden
     */
    private Uni<Offer> next(Mutiny.Session session, Referral referral, OfferId offer) {
        return directory
                .offer(session, referral.to().node(), referral.offerId())
                .chain(first -> directory
                        .offer(session, offer)
                        .invoke(next -> IssueRefused.unlessPermitted(IssuePolicy.redirect(state(first), state(next)))));
    }

    private static OfferPublished state(Offer offer) {
        return offer == null ? null : offer.state();
    }

    /**
     * The redirected referral that a caller wants to follow, locked until the transaction ends. It
     * is locked before its case, as where a redirect is taken in.
     *
     * @return null where the body names none
     * @throws IssueRefused where it was not redirected to the offer, the caller may not follow it,
     *     or it was followed
     */
    Uni<Referral> hold(Mutiny.Session session, Caller caller, IssueRequest body) {
        return body.partOf() == null
                ? Uni.createFrom().nullItem()
                : referrals
                        .hold(session, body.partOf())
                        .invoke(referral -> mustBeRedirected(referral, caller, body))
                        .call(() -> mustNotBeFollowed(session, body.partOf(), body.offerId()))
                        .call(referral -> next(session, referral, body.offerId()));
    }

    private static void mustBeRedirected(Referral referral, Caller caller, IssueRequest body) {
        IssueRefused.unlessPermitted(IssuePolicy.redirected(referral, caller, body.caseId(), body.offerId()));
    }

    private Uni<Void> mustNotBeFollowed(Mutiny.Session session, ReferralId id, OfferId offer) {
        return referrals
                .partOf(session, id)
                .invoke(followed -> IssueRefused.unlessPermitted(IssuePolicy.followed(followed.get(offer))))
                .replaceWithVoid();
    }
}
