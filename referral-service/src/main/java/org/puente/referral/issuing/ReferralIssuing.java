package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.CaseId;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.Household;
import org.puente.contracts.NodeId;
import org.puente.contracts.OfferId;
import org.puente.contracts.Profile;
import org.puente.contracts.ReferralFact;
import org.puente.platform.Node;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.sealing.Seal;
import org.puente.referral.cases.Cases;
import org.puente.referral.cases.Consent;
import org.puente.referral.deadlines.Deadline;
import org.puente.referral.deadlines.Reminders;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.NodeEntry;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.Dossier;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.dossiers.ValueMarks;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralChanges;
import org.puente.referral.referrals.Referrals;
import org.puente.referral.referrals.SharedFields;

/**
 * Issues a referral, or names what is missing: a consent that covers the recipient, and each field
 * that the offer needs, are necessary (docs/architecture.md, "The way of a dossier").
 */
@ApplicationScoped
class ReferralIssuing {
    private final Node node;
    private final Cases cases;
    private final Directory directory;
    private final Dossiers dossiers;
    private final Referrals referrals;
    private final ValueMarks marks;
    private final Onward onward;
    private final Reminders reminders;
    private final ReferralChanges changes;
    private final Clock clock;

    ReferralIssuing(
            Node node,
            Cases cases,
            Directory directory,
            Dossiers dossiers,
            Referrals referrals,
            ValueMarks marks,
            Onward onward,
            Reminders reminders,
            ReferralChanges changes,
            Clock clock) {
        this.node = node;
        this.cases = cases;
        this.directory = directory;
        this.dossiers = dossiers;
        this.referrals = referrals;
        this.marks = marks;
        this.onward = onward;
        this.reminders = reminders;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @throws IssueRefused where the referral may not, or cannot yet, be issued
     */
    Uni<Referral> issue(Mutiny.Session session, IssueCommand command) {
        return directory
                .offer(session, command.offer())
                .map(offer -> usable(command, offer))
                .call(offer -> checkChild(session, command, offer))
                .chain(offer -> directory
                        .nodes(session, node.id(), offer.node())
                        .chain(nodes -> issue(session, command, offer, nodes)));
    }

    private Uni<Referral> issue(
            Mutiny.Session session, IssueCommand command, OfferPublished offer, Map<NodeId, NodeEntry> nodes) {
        LocalDate today = nodes.get(node.id()).today(clock.instant());
        NodeEntry recipient = nodes.get(offer.node());
        return checkConsent(session, command, offer, today)
                .chain(() -> checkSharing(session, command, offer))
                .chain(() -> checkOpen(session, command, offer.node()))
                .chain(() -> write(session, command, offer, recipient));
    }

    private Uni<Referral> write(
            Mutiny.Session session, IssueCommand command, OfferPublished offer, NodeEntry recipient) {
        return dossiers.newestOf(session, command.file().id())
                .map(dossier -> contents(dossier, offer))
                .chain(all -> withHousehold(session, command, offer, all))
                .chain(contents ->
                        command.ids(session).chain(ids -> write(session, command, ids, offer, contents, recipient)));
    }

    private static OfferPublished usable(IssueCommand command, Offer offer) {
        OfferPublished state = offer == null ? null : offer.state();
        IssueRefused.unlessPermitted(
                IssuePolicy.offer(state, offer != null && offer.isActive(), command.seesRestricted()));
        return state;
    }

    private Uni<Void> checkChild(Mutiny.Session session, IssueCommand command, OfferPublished offer) {
        List<Profile> profiles = command.file().state().profiles();
        return ChildAlone.asksForProtection(profiles, offer)
                ? referrals
                        .isProtected(session, command.file().id())
                        .invoke(taken -> IssueRefused.unlessPermitted(IssuePolicy.child(profiles, offer, taken)))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> checkConsent(
            Mutiny.Session session, IssueCommand command, OfferPublished offer, LocalDate today) {
        return cases.consent(session, command.consent())
                .map(consent -> IssuePolicy.consent(consent, command.file().id(), node.id(), offer, today))
                .invoke(IssueRefused::unlessPermitted)
                .replaceWithVoid();
    }

    private Uni<Void> checkSharing(Mutiny.Session session, IssueCommand command, OfferPublished offer) {
        return onward.allowed(session, command)
                .map(allowed ->
                        IssuePolicy.sharing(allowed, offer, command.file().institution(), onward.approved()))
                .invoke(IssueRefused::unlessPermitted)
                .replaceWithVoid();
    }

    /**
     * The newest consent of a case by which it may be referred to an offer today; where none
     * permits it, the newest that stands, so that the answer can name what is wrong with it.
     *
     * @return null where none stands
     */
    Uni<ConsentId> consentFor(Mutiny.Session session, CaseId caseId, OfferId offerId) {
        return directory
                .today(session, node.id(), clock.instant())
                .chain(today -> directory
                        .offer(session, offerId)
                        .chain(offer -> cases.consents(session, caseId).map(all -> permitting(all, offer, today))));
    }

    private ConsentId permitting(List<Consent> newestFirst, Offer offer, LocalDate today) {
        return newestFirst.stream()
                .filter(consent -> offer != null && permits(consent, offer, today))
                .findFirst()
                .or(() -> newestFirst.stream().findFirst())
                .map(Consent::id)
                .orElse(null);
    }

    private boolean permits(Consent consent, Offer offer, LocalDate today) {
        return consent.permitsReferral(node.id(), Offer.recipient(offer.state()), today);
    }

    private Uni<Void> checkOpen(Mutiny.Session session, IssueCommand command, NodeId to) {
        return referrals
                .isOpen(session, command.file().id(), to, command.offer())
                .invoke(open -> IssueRefused.unlessPermitted(IssuePolicy.repetition(open)))
                .replaceWithVoid();
    }

    private ObjectNode contents(Dossier dossier, OfferPublished offer) {
        IssueRefused.unlessPermitted(IssuePolicy.dossier(dossier != null, dossier != null && dossier.isErased()));
        ObjectNode contents = dossiers.open(dossier).orElseThrow(() -> conflict("dossier-unreadable"));
        IssueRefused.unlessPermitted(IssuePolicy.contents(contents, offer));
        return contents;
    }

    /** Otherwise the person of a family who was registered first would be referred as if alone. */
    private Uni<ObjectNode> withHousehold(
            Mutiny.Session session, IssueCommand command, OfferPublished offer, ObjectNode contents) {
        Household household = command.file().state().household();
        if (household == null || !offer.needsFields().contains(DossierField.HOUSEHOLD)) {
            return Uni.createFrom().item(contents);
        }
        return cases.countOfHousehold(session, household.id())
                .map(known -> Dossiers.withHousehold(contents, household.id(), known));
    }

    private Uni<Referral> write(
            Mutiny.Session session,
            IssueCommand command,
            NewReferralIds ids,
            OfferPublished offer,
            ObjectNode contents,
            NodeEntry recipient) {
        JsonWebKey key = recipient.key().orElseThrow(ReferralIssuing::withoutKey);
        Instant now = clock.instant();
        ReferralFact.Issued issued = new ReferralFact.Issued(
                ids.referral(),
                command.file().id(),
                command.from().institution(),
                now,
                command.partOf(),
                command.offer(),
                command.from(),
                Offer.recipient(offer),
                command.need(),
                command.priority(),
                answerBy(command, offer, recipient, now),
                command.consent(),
                ids.dossier());
        DossierFact.Sealed sealed = new DossierFact.Sealed(
                issued.dossierId(),
                issued.referralId(),
                issued.caseId(),
                command.from().institution(),
                now,
                offer.node(),
                key.getKeyId(),
                sealFor(key, contents, offer));
        Outgoing fact = Outgoing.to(offer.node(), issued, now);
        Referral referral = Referral.begin(fact.id(), issued, now);
        referral.remindAt(reminders.dueOn(now, issued.answerBy()));
        Fields sent = Fields.sealed(contents, offer.needsFields());
        String marks = this.marks.of(ids.dossier(), contents, sent);
        referral.shares(SharedFields.of(sent, marks, command.ownerBesideIssuer()));
        return changes.publishIssued(session, referral, fact, Outgoing.to(offer.node(), sealed, now))
                .replaceWith(referral);
    }

    private String sealFor(JsonWebKey key, ObjectNode contents, OfferPublished offer) {
        try {
            return dossiers.sealFor(key, contents, offer.needsFields());
        } catch (Seal.KeyUnusable none) {
            throw withoutKey();
        }
    }

    /** The recipient's node has published no key, or one that nothing can be sealed to. */
    private static IssueRefused withoutKey() {
        return conflict("recipient-has-no-key");
    }

    private static IssueRefused conflict(String rule) {
        return new IssueRefused(new IssueDecision.Conflict(rule));
    }

    private static Instant answerBy(IssueCommand command, OfferPublished offer, NodeEntry recipient, Instant now) {
        Duration within = offer.answerWithin().of(command.priority());
        return Deadline.of(now, within, command.priority(), offer.schedule(), recipient.zone());
    }
}
