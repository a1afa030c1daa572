package org.puente.referral.referrals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.JsonWebKey;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierFact;
import org.puente.contracts.DossierField;
import org.puente.contracts.DossierId;
import org.puente.contracts.Party;
import org.puente.contracts.Profile;
import org.puente.contracts.ReferralFact;
import org.puente.contracts.ReferralId;
import org.puente.platform.Ids;
import org.puente.platform.Node;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.web.FieldError;
import org.puente.platform.web.Refusal;
import org.puente.referral.cases.Cases;
import org.puente.referral.cases.Consent;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.Dossier;
import org.puente.referral.dossiers.Dossiers;

/**
 * Issues a referral, or says what is missing: without a consent that covers the recipient, or
 * without a field that the offer needs, there is none (contracts, "Dossiers").
 */
@ApplicationScoped
class Issuing {
    static final String CHILD_PROTECTION = "child-protection";

    private final Node node;
    private final Cases cases;
    private final Directory directory;
    private final Dossiers dossiers;
    private final Referrals referrals;
    private final Outbox outbox;
    private final Clock clock;

    Issuing(
            Node node,
            Cases cases,
            Directory directory,
            Dossiers dossiers,
            Referrals referrals,
            Outbox outbox,
            Clock clock) {
        this.node = node;
        this.cases = cases;
        this.directory = directory;
        this.dossiers = dossiers;
        this.referrals = referrals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @throws Refusal 409 or 422 where it may not, or cannot yet, be issued
     */
    Uni<Referral> issue(Mutiny.Session session, Order order) {
        return directory
                .offer(session, order.offer())
                .map(offer -> usable(offer, order))
                .call(offer -> checkConsent(session, order, Offer.recipient(offer)))
                .call(() -> checkOpen(session, order))
                .chain(
                        offer ->
                                dossiers.newestOf(session, order.file().id())
                                        .map(dossier -> contents(dossier, offer))
                                        .chain(contents -> issue(session, order, offer, contents)));
    }

    private static OfferPublished usable(Offer offer, Order order) {
        if (offer == null) {
            throw impossible("/offerId", "unknown-offer");
        }
        if (!offer.isActive()) {
            throw impossible("/offerId", "offer-not-active");
        }
        OfferPublished state = offer.state();
        List<Profile> profiles = order.file().state().profiles();
        boolean alone =
                profiles.contains(Profile.UNACCOMPANIED_CHILD)
                        || profiles.contains(Profile.SEPARATED_CHILD);
        if (alone && !state.category().equals(CHILD_PROTECTION)) {
            throw impossible("/offerId", "child-protection-first");
        }
        return state;
    }

    private Uni<Void> checkConsent(Mutiny.Session session, Order order, Party recipient) {
        return cases.consent(session, order.consent())
                .invoke(consent -> checkConsent(consent, order, recipient))
                .replaceWithVoid();
    }

    private void checkConsent(Consent consent, Order order, Party recipient) {
        if (consent == null || !consent.isOf(order.file().id())) {
            throw impossible("/consentId", "unknown-consent");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!consent.permitsReferral(node.id(), recipient, today)) {
            throw impossible("/consentId", "consent-does-not-cover");
        }
    }

    private Uni<Void> checkOpen(Mutiny.Session session, Order order) {
        return referrals
                .isOpen(session, order.file().id(), order.offer())
                .invoke(
                        open -> {
                            if (open) {
                                throw Refusal.conflict("already-referred");
                            }
                        })
                .replaceWithVoid();
    }

    private ObjectNode contents(Dossier dossier, OfferPublished offer) {
        if (dossier == null) {
            throw Refusal.conflict("dossier-not-there-yet");
        }
        if (dossier.isErased()) {
            throw impossible("/caseId", "dossier-erased");
        }
        ObjectNode contents = dossiers.open(dossier);
        String missing =
                offer.needsFields().stream()
                        .filter(field -> !Dossiers.holds(contents, field))
                        .map(DossierField::code)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw impossible("/offerId", "fields-missing", missing);
        }
        return contents;
    }

    private Uni<Referral> issue(
            Mutiny.Session session, Order order, OfferPublished offer, ObjectNode contents) {
        return directory
                .key(session, offer.node())
                .chain(
                        key -> {
                            if (key == null) {
                                throw Refusal.conflict("recipient-has-no-key");
                            }
                            return write(session, order, offer, contents, key);
                        });
    }

    private Uni<Referral> write(
            Mutiny.Session session,
            Order order,
            OfferPublished offer,
            ObjectNode contents,
            JsonWebKey key) {
        Instant now = clock.instant();
        ReferralFact.Issued issued =
                new ReferralFact.Issued(
                        new ReferralId(Ids.next()),
                        order.file().id(),
                        order.from().institution(),
                        now,
                        order.partOf(),
                        order.offer(),
                        order.from(),
                        Offer.recipient(offer),
                        order.need(),
                        order.priority(),
                        now.plus(offer.answerWithin().of(order.priority())),
                        order.consent(),
                        new DossierId(Ids.next()));
        DossierFact.Sealed sealed =
                new DossierFact.Sealed(
                        issued.dossierId(),
                        issued.referralId(),
                        issued.caseId(),
                        order.from().institution(),
                        now,
                        offer.node(),
                        key.getKeyId(),
                        dossiers.sealFor(key, contents, offer.needsFields()));
        Outgoing fact = Outgoing.to(offer.node(), issued, now);
        Referral referral = Referral.begin(fact.id(), issued, now);
        return session.persist(referral)
                .chain(() -> outbox.add(session, fact, Outgoing.to(offer.node(), sealed, now)))
                .replaceWith(referral);
    }

    private static Refusal impossible(String pointer, String code, Object... args) {
        return new Refusal(
                422, "referral-not-possible", List.of(FieldError.of(pointer, code, args)));
    }
}
