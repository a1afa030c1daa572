package org.puente.reception.returns.restore;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.ArrivalFact;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.Fact;
import org.puente.contracts.ReceptionFact;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.restore.OwnFacts;
import org.puente.platform.sealing.Purpose;
import org.puente.reception.arrivals.AnnouncedArrivals;
import org.puente.reception.arrivals.ExpectedArrivals;
import org.puente.reception.arrivals.LostRegistrations;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.ConsentTerms;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.retention.ReturnErasing;

/**
 * Brings returns and consents back to their published state, where a restored database has lost it.
 * So the next amendment gets a version that others accept, and does not publish outdated content.
 * No fact identifies a person, so personal data stays as it was in the backup, but for those whose return was erased
 * since: they are erased again.
 */
@ApplicationScoped
class Recall implements OwnFacts {
    private static final Logger LOG = Logger.getLogger(Recall.class);

    private final Node node;
    private final Checks checks;
    private final ReturnErasing erasing;
    private final ReceptionRecall reception;
    private final AnnouncedArrivals arrivals;
    private final ExpectedArrivals expected;
    private final LostRegistrations lost;

    Recall(
            Node node,
            Checks checks,
            ReturnErasing erasing,
            ReceptionRecall reception,
            AnnouncedArrivals arrivals,
            ExpectedArrivals expected,
            LostRegistrations lost) {
        this.node = node;
        this.checks = checks;
        this.erasing = erasing;
        this.reception = reception;
        this.arrivals = arrivals;
        this.expected = expected;
        this.lost = lost;
    }

    /** Returns come first: a dossier needs its case. */
    @Override
    public List<Topic> topics(Collection<Topic> ofTheNode) {
        return List.of(new Topic(node.id(), Stream.RETURNS, null), new Topic(node.id(), Stream.DOSSIERS, node.id()));
    }

    /** Facts of other services are stored only for known cases, so own facts come first. */
    @Override
    public boolean precedesOthers() {
        return true;
    }

    @Override
    public Uni<Void> recall(Mutiny.Session session, List<Received> forgotten) {
        Map<LostRegistrations.Day, Instant> days = new LinkedHashMap<>();
        return Sequential.each(
                        forgotten,
                        received -> received.fact()
                                .map(fact -> recall(session, fact, days))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> Sequential.each(days.entrySet(), day -> lost.add(session, day.getKey(), day.getValue())));
    }

    private Uni<Void> recall(Mutiny.Session session, Fact published, Map<LostRegistrations.Day, Instant> days) {
        return switch (published) {
            case ReturnFact.WholeState state -> recall(session, state, days);
            case ReturnFact.Erased fact -> erase(session, fact.caseId());
            case ReturnFact.Announced fact -> arrivals.restore(session, fact);
            case ArrivalFact.Cancelled fact -> arrivals.restore(session, fact);
            case ArrivalFact.Closed fact -> expected.restore(session, fact);
            case ReceptionFact fact -> session.flush().chain(() -> reception.recall(session, fact));
            case ReturnFact.ConsentRecorded fact ->
                consent(
                        session,
                        fact.caseId(),
                        Consent.given(
                                fact.consentId().value(),
                                fact.caseId().value(),
                                new ConsentTerms(fact.purposes(), fact.scope(), fact.givenBy(), fact.validUntil()),
                                fact.occurredAt()));
            case ReturnFact.ConsentWithdrawn fact -> {
                Consent withdrawn = Consent.given(
                        fact.consentId().value(),
                        fact.caseId().value(),
                        new ConsentTerms(fact.purposes(), fact.scope(), fact.givenBy(), fact.validUntil()),
                        fact.occurredAt());
                withdrawn.withdraw(fact.occurredAt());
                yield consent(session, fact.caseId(), withdrawn);
            }
            case DossierFact.Sealed fact
            when fact.caseId() != null -> change(session, fact.caseId(), returnCase -> sealed(returnCase, fact));
            case DossierFact.Erased fact
            when fact.caseId() != null ->
                change(
                        session,
                        fact.caseId(),
                        returnCase -> erased(returnCase, fact.dossierId().value()));
            default -> Uni.createFrom().voidItem();
        };
    }

    /**
     * @param days gets that of a return which the backup did not have, with its time
     */
    private Uni<Void> recall(
            Mutiny.Session session, ReturnFact.WholeState state, Map<LostRegistrations.Day, Instant> days) {
        return find(session, state.caseId())
                .chain(known -> known == null
                        ? session.persist(PublishedReturn.withoutPerson(state, checks.now()))
                                .invoke(() -> days.merge(
                                        new LostRegistrations.Day(state.institution(), state.returnedOn()),
                                        state.occurredAt(),
                                        (one, other) -> one.isAfter(other) ? one : other))
                        : Uni.createFrom()
                                .item(known)
                                .invoke(returnCase -> overtake(returnCase, state))
                                .replaceWithVoid());
    }

    /** Who was erased since the backup does not come back with it. */
    private Uni<Void> erase(Mutiny.Session session, CaseId caseId) {
        return find(session, caseId)
                .chain(known ->
                        known == null ? Uni.createFrom().voidItem() : erasing.eraseAgain(session, List.of(known)));
    }

    private void overtake(ReturnCase returnCase, ReturnFact.WholeState state) {
        if (state.version() > returnCase.version()) {
            Registration registration = PublishedReturn.over(returnCase.registration(), state);
            returnCase.restore(registration, state.personId(), state.version(), checks.now());
        }
    }

    /** Each recorded or withdrawn consent has raised the return's version by one. */
    private Uni<Void> consent(Mutiny.Session session, CaseId caseId, Consent published) {
        return change(session, caseId, returnCase -> returnCase.changed(checks.now()))
                .chain(() -> session.find(Consent.class, published.id()))
                .chain(known -> known == null
                        ? session.persist(published)
                        : Uni.createFrom()
                                .item(known)
                                .invoke(consent -> consent.overtake(published))
                                .replaceWithVoid());
    }

    /** Sets the dossier of that purpose; an older dossier doesn't replace a newer one. */
    private static void sealed(ReturnCase returnCase, DossierFact.Sealed fact) {
        ConsentPurpose purpose =
                Purpose.is(ConsentPurpose.FOLLOW_UP, fact.jwe()) ? ConsentPurpose.FOLLOW_UP : ConsentPurpose.REFERRAL;
        UUID published = fact.dossierId().value();
        if (returnCase
                .dossier(purpose)
                .filter(known -> !isLater(published, known))
                .isEmpty()) {
            returnCase.setDossier(purpose, published);
        }
    }

    /** The order of dossier ids is the order in which they were made. */
    private static boolean isLater(UUID dossier, UUID than) {
        return dossier.toString().compareTo(than.toString()) > 0;
    }

    private static void erased(ReturnCase returnCase, UUID dossier) {
        List.of(ConsentPurpose.REFERRAL, ConsentPurpose.FOLLOW_UP).stream()
                .filter(purpose ->
                        returnCase.dossier(purpose).filter(dossier::equals).isPresent())
                .forEach(purpose -> returnCase.setDossier(purpose, null));
    }

    private static Uni<Void> change(Mutiny.Session session, CaseId caseId, Consumer<ReturnCase> change) {
        return find(session, caseId)
                .invoke(returnCase -> {
                    if (returnCase == null) {
                        LOG.warnf("A published fact belongs to an unknown return: %s", caseId);
                    } else {
                        change.accept(returnCase);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<ReturnCase> find(Mutiny.Session session, CaseId caseId) {
        return session.find(ReturnCase.class, caseId.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
