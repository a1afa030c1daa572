package org.puente.reception.returns.amending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ErasureReason;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.JsonIds;
import org.puente.platform.persistence.Sequential;
import org.puente.reception.directory.ReceptionDirectory;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Consent;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.ReturnContext;
import org.puente.reception.returns.ReturnContexts;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.UnaccompaniedOrSeparated;
import org.puente.reception.returns.dossiers.Dossiers;
import org.puente.reception.returns.dossiers.PermittedPurposes;
import org.puente.reception.returns.households.ResponsibleAdults;
import org.puente.reception.returns.retention.ReturnErasureListener;

/**
 * Nobody is accompanied by an adult whose return is erased. The children of the adult are amended, so that what follows
 * from those who are left is published, and the desk is asked who is responsible now.
 */
@ApplicationScoped
class ErasedAdults implements ReturnErasureListener {
    /** Who is erased is not counted in the household any more. */
    private static final String LEAVE = """
            update return_case set household_id = null
            where case_id in %s
            """.formatted(JsonIds.IDS);

    private final ResponsibleAdults adults;
    private final Returns returns;
    private final ReturnContexts contexts;
    private final ReceptionDirectory directory;
    private final Checks checks;
    private final Dossiers dossiers;
    private final ReturnChanges changes;
    private final Outbox outbox;

    ErasedAdults(
            ResponsibleAdults adults,
            Returns returns,
            ReturnContexts contexts,
            ReceptionDirectory directory,
            Checks checks,
            Dossiers dossiers,
            ReturnChanges changes,
            Outbox outbox) {
        this.adults = adults;
        this.returns = returns;
        this.contexts = contexts;
        this.directory = directory;
        this.checks = checks;
        this.dossiers = dossiers;
        this.changes = changes;
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> erased(Mutiny.Session session, List<UUID> cases, ErasureReason why) {
        return adults.lockChildrenOf(session, cases)
                .chain(children ->
                        children.isEmpty() ? Uni.createFrom().voidItem() : amend(session, children, cases, why));
    }

    private Uni<Void> amend(Mutiny.Session session, List<ReturnCase> children, List<UUID> erased, ErasureReason why) {
        List<UUID> ids = children.stream().map(child -> child.id().value()).toList();
        Map<UUID, List<Consent>> given = new HashMap<>();
        return session.createNativeQuery(LEAVE)
                .setParameter("ids", Json.write(erased))
                .executeUpdate()
                .chain(() -> returns.consents(session, ids))
                .invoke(all -> all.forEach(one -> given.computeIfAbsent(one.caseId(), none -> new ArrayList<>())
                        .add(one)))
                .chain(() -> directory.zone(session))
                .chain(zone -> contexts.ofAll(session, children)
                        .map(known -> new Erasure(Set.copyOf(erased), given, known, checks.today(zone), why)))
                .chain(erasure -> Sequential.each(children, child -> amend(session, child, erasure)))
                .call(session::flush);
    }

    /** What the children's amendments need, by the ids of their cases. */
    private record Erasure(
            Set<UUID> erased,
            Map<UUID, List<Consent>> given,
            Map<UUID, ReturnContext> known,
            LocalDate today,
            ErasureReason why) {}

    private Uni<Void> amend(Mutiny.Session session, ReturnCase child, Erasure erasure) {
        Registration before = child.registration();
        Registration after = UnaccompaniedOrSeparated.withoutAdults(
                before, erasure.erased.stream().map(CaseId::new).collect(Collectors.toSet()));
        Instant at = checks.now();
        child.store(after);
        if (erasure.why == ErasureReason.RETENTION_ENDED) {
            child.changedByRule();
        } else {
            child.changed(at);
        }
        return outbox.add(session, facts(child, after, erasure, at))
                .chain(() -> changes.add(session, child, at, before, after, null));
    }

    private List<Outgoing> facts(ReturnCase child, Registration after, Erasure erasure, Instant at) {
        UUID id = child.id().value();
        ReturnContext known = erasure.known.get(id);
        PermittedPurposes permitted =
                PermittedPurposes.by(erasure.given.getOrDefault(id, List.of()), after, erasure.today);
        List<Outgoing> facts = new ArrayList<>();
        facts.add(Outgoing.of(Facts.amended(child, after, known, at), at));
        facts.addAll(
                dossiers.follow(child, after, known.householdSize(), permitted, ErasureReason.RETENTION_ENDED, at));
        return facts;
    }
}
