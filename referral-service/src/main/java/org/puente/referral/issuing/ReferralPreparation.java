package org.puente.referral.issuing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.DirectoryFact.OfferPublished;
import org.puente.contracts.DossierField;
import org.puente.contracts.NodeId;
import org.puente.contracts.Profile;
import org.puente.platform.Node;
import org.puente.platform.ids.KeyedIds;
import org.puente.referral.cases.Cases;
import org.puente.referral.directory.Directory;
import org.puente.referral.directory.NodeEntry;
import org.puente.referral.directory.Offer;
import org.puente.referral.dossiers.DangerPlaces;
import org.puente.referral.dossiers.Dossier;
import org.puente.referral.dossiers.Dossiers;
import org.puente.referral.dossiers.Fields;
import org.puente.referral.referrals.Referrals;

/**
 * Prepares a referral: goes through the rules of issuing, and makes the content of the dossier. Who
 * issues stops at the first rule that is broken; an owner who previews is told of all.
 */
@ApplicationScoped
class ReferralPreparation {
    private final Node node;
    private final Cases cases;
    private final Directory directory;
    private final Dossiers dossiers;
    private final Referrals referrals;
    private final Onward onward;
    private final HouseholdSize household;
    private final KeyedIds ids;
    private final Clock clock;

    ReferralPreparation(
            Node node,
            Cases cases,
            Directory directory,
            Dossiers dossiers,
            Referrals referrals,
            Onward onward,
            HouseholdSize household,
            KeyedIds ids,
            Clock clock) {
        this.node = node;
        this.cases = cases;
        this.directory = directory;
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
        return directory
                .offer(session, command.offer())
                .map(offer -> usable(command, offer, decided))
                .chain(offer -> checkChild(session, command, offer, decided)
                        .chain(waits -> directory
                                .nodes(session, node.id(), offer.node())
                                .chain(nodes -> prepare(session, command, offer, waits, nodes, decided))));
    }

    private Uni<PreparedReferral> prepare(
            Mutiny.Session session,
            IssueCommand command,
            OfferPublished offer,
            boolean waitsForProtection,
            Map<NodeId, NodeEntry> nodes,
            Consumer<IssueDecision> decided) {
        LocalDate today = nodes.get(node.id()).today(clock.instant());
        return checkConsent(session, command, offer, today, decided)
                .chain(covered -> checkSharing(session, command, offer, waitsForProtection, decided)
                        .call(() -> checkOpen(session, command, offer.node(), decided))
                        .chain(allowed -> content(session, command, offer, covered, allowed, decided)))
                .map(chosen -> prepared(command, offer, nodes.get(offer.node()), chosen, decided));
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
    private Uni<Boolean> checkConsent(
            Mutiny.Session session,
            IssueCommand command,
            OfferPublished offer,
            LocalDate today,
            Consumer<IssueDecision> decided) {
        if (command.consent() == null) {
            throw new IssueRefused(IssueDecision.refused(IssueDecision.Field.CONSENT, "no-consent"));
        }
        CaseId id = command.file().id();
        return cases.consent(session, command.consent()).map(consent -> {
            IssueDecision decision = IssuePolicy.consent(consent, id, node.id(), offer, today);
            Consumer<IssueDecision> taker = IssuePolicy.isKnown(consent, id) ? decided : IssueRefused::unlessPermitted;
            taker.accept(decision);
            return decision instanceof IssueDecision.Permitted;
        });
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

    private Uni<Void> checkOpen(
            Mutiny.Session session, IssueCommand command, NodeId to, Consumer<IssueDecision> decided) {
        return referrals
                .isOpen(session, command.file().id(), to, command.offer())
                .invoke(open -> decided.accept(IssuePolicy.repetition(open)))
                .replaceWithVoid();
    }

    private Uni<Chosen> content(
            Mutiny.Session session,
            IssueCommand command,
            OfferPublished offer,
            boolean isCovered,
            Fields allowed,
            Consumer<IssueDecision> decided) {
        return dossiers.newestOf(session, command.file().id())
                .map(this::opened)
                .map(whole -> new Chosen(FieldChoice.of(whole, offer, isCovered, allowed, onward.approved()), whole))
                .invoke(chosen ->
                        decided.accept(IssuePolicy.contents(chosen.choice().missing())))
                .invoke(chosen -> decided.accept(IssuePolicy.danger(DangerPlaces.in(chosen.whole()), allowed, offer)))
                .call(chosen -> chosen.choice().going().contains(DossierField.HOUSEHOLD)
                        ? household.set(session, command, chosen.whole())
                        : Uni.createFrom().voidItem());
    }

    private ObjectNode opened(Dossier dossier) {
        IssueRefused.unlessPermitted(IssuePolicy.dossier(dossier != null, dossier != null && dossier.isErased()));
        return dossiers.open(dossier)
                .orElseThrow(() -> new IssueRefused(new IssueDecision.Conflict("dossier-unreadable")));
    }
}
