package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.OfferId;
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
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.ValueMarks;
import org.puente.referral.referrals.Referral;
import org.puente.referral.referrals.ReferralChanges;
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
    private final ReferralPreparation preparation;
    private final Dossiers dossiers;
    private final ValueMarks marks;
    private final Reminders reminders;
    private final ReferralChanges changes;
    private final Clock clock;

    ReferralIssuing(
            Node node,
            Cases cases,
            Directory directory,
            ReferralPreparation preparation,
            Dossiers dossiers,
            ValueMarks marks,
            Reminders reminders,
            ReferralChanges changes,
            Clock clock) {
        this.node = node;
        this.cases = cases;
        this.directory = directory;
        this.preparation = preparation;
        this.dossiers = dossiers;
        this.marks = marks;
        this.reminders = reminders;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @throws IssueRefused where the referral may not, or cannot yet, be issued
     */
    Uni<Referral> issue(Mutiny.Session session, IssueCommand command) {
        return preparation
                .prepare(session, command, IssueRefused::unlessPermitted)
                .chain(prepared -> command.ids(session).chain(ids -> write(session, command, ids, prepared)));
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

    private Uni<Referral> write(
            Mutiny.Session session, IssueCommand command, NewReferralIds ids, PreparedReferral prepared) {
        OfferPublished offer = prepared.offer();
        JsonWebKey key = prepared.recipient().key().orElseThrow(ReferralIssuing::withoutKey);
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
                answerBy(command, offer, prepared.recipient(), now),
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
                sealFor(key, prepared.content()));
        Outgoing fact = Outgoing.to(offer.node(), issued, now);
        Referral referral = Referral.begin(fact.id(), issued, now);
        referral.remindAt(reminders.dueOn(now, issued.answerBy()));
        String marks = this.marks.of(ids.dossier(), prepared.content(), prepared.sent());
        referral.shares(SharedFields.of(prepared.sent(), marks, command.ownerBesideIssuer()));
        return changes.publishIssued(session, referral, fact, Outgoing.to(offer.node(), sealed, now))
                .replaceWith(referral);
    }

    private String sealFor(JsonWebKey key, ObjectNode content) {
        try {
            return dossiers.sealFor(key, content);
        } catch (Seal.KeyUnusable none) {
            throw withoutKey();
        }
    }

    /** The recipient's node has published no key, or one that nothing can be sealed to. */
    private static IssueRefused withoutKey() {
        return new IssueRefused(new IssueDecision.Conflict("recipient-has-no-key"));
    }

    private static Instant answerBy(IssueCommand command, OfferPublished offer, NodeEntry recipient, Instant now) {
        Duration within = offer.answerWithin().of(command.priority());
        return Deadline.of(now, within, command.priority(), offer.schedule(), recipient.zone());
    }
}
