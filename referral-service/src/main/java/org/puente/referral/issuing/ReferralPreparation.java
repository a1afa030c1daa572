package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.Profile;
import org.puente.platform.Node;
import org.puente.platform.ids.KeyedIds;
import org.puente.referral.directory.NodeEntry;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Dossier;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.issuing.IssueReadings.Readings;
import org.puente.referral.referrals.Referrals;

/**
 * Prepares a referral: goes through the rules of issuing, and makes the content of the dossier. Who
 * issues stops at the first rule that is broken; an owner who previews is told of all.
 */
@ApplicationScoped
class ReferralPreparation {
    private final Node node;
    private final IssueReadings readings;
    private final Dossiers dossiers;
    private final Referrals referrals;
    private final Onward onward;
    private final HouseholdSize household;
    private final KeyedIds ids;
    private final Clock clock;

    ReferralPreparation(
            Node node,
            IssueReadings readings,
            Dossiers dossiers,
            Referrals referrals,
            Onward onward,
            HouseholdSize household,
            KeyedIds ids,
            Clock clock) {
        this.node = node;
        this.readings = readings;
        this.dossiers = dossiers;
        this.referrals = referrals;
        this.onward = onward;
        this.household = household;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param decided takes the result of each rule, in the order of {@link IssuePolicy}
     * @throws IssueRefused where the offer cannot be seen, or there is no such consent or no dossier:
     *     then there is nothing to prepare
     */
    Uni<PreparedReferral> prepare(Mutiny.Session session, IssueCommand command, Consumer<IssueDecision> decided) {
        return readings.of(session, command).chain(read -> {
            OfferPublished offer = usable(command, read.offer(), decided);
            return checkChild(session, command, offer, decided)
                    .chain(waits -> prepare(session, command, offer, waits, read, decided));
        });
    }

    private Uni<PreparedReferral> prepare(
            Mutiny.Session session,
            IssueCommand command,
            OfferPublished offer,
            boolean waitsForProtection,
            Readings read,
            Consumer<IssueDecision> decided) {
        boolean covered = checkConsent(command, offer, read, decided);
        return checkSharing(session, command, offer, waitsForProtection, decided)
                .invoke(allowed -> decided.accept(IssuePolicy.repetition(read.isOpen())))
                .chain(allowed -> content(session, command, offer, covered, allowed, opened(read.dossier()), decided))
                .map(chosen -> prepared(command, offer, read.recipient(), chosen, decided));
    }

    /** The choice of fields, and the dossier that they are taken from. */
    private record Chosen(FieldChoice choice, ObjectNode whole) {}

    private PreparedReferral prepared(
            IssueCommand command,
            OfferPublished offer,
            NodeEntry recipient,
            Chosen chosen,
            Consumer<IssueDecision> decided) {
        ObjectNode content = chosen.choice().of(chosen.whole());
        UUID id = ids.of("content", command.file().id(), offer.offerId(), Offer.recipient(offer), content);
        decided.accept(IssuePolicy.previewed(command.previewed(), id));
        if (recipient.key().isEmpty()) {
            decided.accept(new IssueDecision.Conflict("recipient-has-no-key"));
        }
        return new PreparedReferral(offer, recipient, chosen.choice(), content, id);
    }

    private static OfferPublished usable(IssueCommand command, Offer offer, Consumer<IssueDecision> decided) {
        OfferPublished state = offer == null ? null : offer.state();
        IssueRefused.unlessPermitted(IssuePolicy.visible(state, command.seesRestricted()));
        decided.accept(IssuePolicy.active(offer.isActive()));
        return state;
    }

    /** Whether this is a child alone whom no protection authority has taken on. */
    private Uni<Boolean> checkChild(
            Mutiny.Session session, IssueCommand command, OfferPublished offer, Consumer<IssueDecision> decided) {
        List<Profile> profiles = command.file().state().profiles();
        return ChildAlone.is(profiles)
                ? referrals
                        .isProtected(session, command.file().id())
                        .invoke(taken -> decided.accept(IssuePolicy.child(profiles, offer, taken)))
                        .map(taken -> !taken)
                : Uni.createFrom().item(false);
    }

    /** Whether a consent covers the recipient. */
    private boolean checkConsent(
            IssueCommand command, OfferPublished offer, Readings read, Consumer<IssueDecision> decided) {
        if (command.consent() == null) {
            throw new IssueRefused(IssueDecision.refused(IssueDecision.Field.CONSENT, "no-consent"));
        }
        CaseId id = command.file().id();
        LocalDate today = read.own().today(clock.instant());
        IssueDecision decision = IssuePolicy.consent(read.consent(), id, node.id(), offer, today);
        Consumer<IssueDecision> taker =
                IssuePolicy.isKnown(read.consent(), id) ? decided : IssueRefused::unlessPermitted;
        taker.accept(decision);
        return decision instanceof IssueDecision.Permitted;
    }

    /** The fields that the referring institution may send. */
    private Uni<Fields> checkSharing(
            Mutiny.Session session,
            IssueCommand command,
            OfferPublished offer,
            boolean waitsForProtection,
            Consumer<IssueDecision> decided) {
        return onward.allowed(session, command, waitsForProtection)
                .invoke(allowed -> decided.accept(
                        IssuePolicy.sharing(allowed, offer, command.file().institution(), onward.approved())));
    }

    private Uni<Chosen> content(
            Mutiny.Session session,
            IssueCommand command,
            OfferPublished offer,
            boolean isCovered,
            Fields allowed,
            ObjectNode whole,
            Consumer<IssueDecision> decided) {
        FieldChoice choice = FieldChoice.of(whole, offer, isCovered, allowed, onward.approved());
        decided.accept(IssuePolicy.contents(choice.missing()));
        decided.accept(IssuePolicy.danger(DangerPlaces.in(whole), allowed, offer));
        Uni<Void> corrected = choice.going().contains(DossierField.HOUSEHOLD)
                ? household.set(session, command, whole)
                : Uni.createFrom().voidItem();
        return corrected.replaceWith(new Chosen(choice, whole));
    }

    private ObjectNode opened(Dossier dossier) {
        IssueRefused.unlessPermitted(IssuePolicy.dossier(dossier != null, dossier != null && dossier.isErased()));
        return dossiers.open(dossier)
                .orElseThrow(() -> new IssueRefused(new IssueDecision.Conflict("dossier-unreadable")));
    }
}
