package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.ConsentPurpose;
import org.puente.contracts.DossierFact;
import org.puente.contracts.Fact;
import org.puente.contracts.ReturnFact;
import org.puente.contracts.Stream;
import org.puente.contracts.Topic;
import org.puente.platform.Node;
import org.puente.platform.inbox.Received;
import org.puente.platform.persistence.Sequential;
import org.puente.platform.restore.OwnFacts;
import org.puente.platform.sealing.Purpose;

/**
 * Brings returns and consents back to their published state, where a restored database has lost it.
 * So the next amendment gets a version that others accept, and does not publish outdated content.
 * No fact identifies a person, so personal data stays as it was in the backup.
 */
@ApplicationScoped
class Recall implements OwnFacts {
    private static final Logger LOG = Logger.getLogger(Recall.class);

    private final Node node;
    private final Checks checks;

    Recall(Node node, Checks checks) {
        this.node = node;
        this.checks = checks;
    }

    /** Returns come first: a dossier needs its case. */
    @Override
    public List<Topic> topics() {
        return List.of(new Topic(node.id(), Stream.RETURNS, null), new Topic(node.id(), Stream.DOSSIERS, node.id()));
    }

    /** Facts of other services are stored only for known cases, so own facts come first. */
    @Override
    public boolean precedesOthers() {
        return true;
    }

    @Override
    public Uni<Void> recall(Mutiny.Session session, List<Received> forgotten) {
        return Sequential.each(
                forgotten,
                received -> received.fact()
                        .map(fact -> recall(session, fact))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> recall(Mutiny.Session session, Fact fact) {
        return switch (fact) {
            case ReturnFact.WholeState state -> recall(session, state);
            case ReturnFact.ConsentRecorded said ->
                consent(
                        session,
                        said.consentId(),
                        said.caseId(),
                        said.occurredAt(),
                        Consent.given(
                                said.consentId().value(),
                                said.caseId().value(),
                                new ConsentTerms(said.purposes(), said.scope(), said.givenBy(), said.validUntil()),
                                said.occurredAt()));
            case ReturnFact.ConsentWithdrawn said -> {
                Consent withdrawn = Consent.given(
                        said.consentId().value(),
                        said.caseId().value(),
                        new ConsentTerms(said.purposes(), said.scope(), said.givenBy(), said.validUntil()),
                        said.occurredAt());
                withdrawn.withdrawnAt = said.occurredAt();
                yield consent(session, said.consentId(), said.caseId(), said.occurredAt(), withdrawn);
            }
            case DossierFact.Sealed said
            when said.caseId() != null -> change(session, said.caseId(), it -> sealed(it, said));
            case DossierFact.Erased said
            when said.caseId() != null ->
                change(session, said.caseId(), it -> erased(it, said.dossierId().value()));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> recall(Mutiny.Session session, ReturnFact.WholeState state) {
        return find(session, state.caseId())
                .chain(known -> known == null
                        ? session.persist(PublishedReturn.withoutPerson(state, checks.now()))
                        : Uni.createFrom()
                                .item(known)
                                .invoke(it -> overtake(it, state))
                                .replaceWithVoid());
    }

    private void overtake(ReturnCase it, ReturnFact.WholeState state) {
        if (state.version() > it.version) {
            it.hold(PublishedReturn.over(it.registration(), state), state.personId(), it.identityPrint);
            it.version = state.version();
            it.modifiedAt = checks.now();
        }
    }

    /** Each recorded or withdrawn consent has raised the return's version by one. */
    private Uni<Void> consent(Mutiny.Session session, ConsentId id, CaseId caseId, Instant at, Consent said) {
        return change(session, caseId, it -> it.changed(checks.now()))
                .chain(() -> session.find(Consent.class, id.value()))
                .chain(known -> {
                    if (known == null) {
                        return session.persist(said);
                    }
                    if (!known.withdrawn() && !known.recordedAt.isAfter(at)) {
                        known.record(said.terms(), at);
                        known.withdrawnAt = said.withdrawnAt;
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    /** Sets the dossier of that purpose; an older dossier doesn't replace a newer one. */
    private static void sealed(ReturnCase it, DossierFact.Sealed said) {
        UUID dossier = said.dossierId().value();
        if (Purpose.is(ConsentPurpose.FOLLOW_UP, said.jwe())) {
            it.visitDossierId = later(it.visitDossierId, dossier);
        } else {
            it.dossierId = later(it.dossierId, dossier);
        }
    }

    /** The order of dossier ids is the order in which they were made. */
    private static UUID later(UUID known, UUID said) {
        return known == null || known.toString().compareTo(said.toString()) < 0 ? said : known;
    }

    private static void erased(ReturnCase it, UUID dossier) {
        if (dossier.equals(it.dossierId)) {
            it.dossierId = null;
        }
        if (dossier.equals(it.visitDossierId)) {
            it.visitDossierId = null;
        }
    }

    private static Uni<Void> change(Mutiny.Session session, CaseId caseId, Consumer<ReturnCase> change) {
        return find(session, caseId)
                .invoke(it -> {
                    if (it == null) {
                        LOG.warnf("A published fact belongs to an unknown return: %s", caseId);
                    } else {
                        change.accept(it);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<ReturnCase> find(Mutiny.Session session, CaseId caseId) {
        return session.find(ReturnCase.class, caseId.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
