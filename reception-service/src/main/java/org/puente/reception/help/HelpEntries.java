package org.puente.reception.help;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.HelpId;
import org.puente.contracts.HelpKind;
import org.puente.contracts.HelpVoidReason;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReceptionFact;
import org.puente.platform.json.Json;
import org.puente.reception.flights.ReportedTimes;

/** The help that institutions recorded: entries, and the people of each. */
@ApplicationScoped
public class HelpEntries {
    private static final String ADD = """
            insert into help_entry (institution, help_id, kinds, target_digest, occurred_at, recorded_at)
            values (:institution, :id, :kinds, cast(:digest as text), :occurredAt, :recordedAt)
            on conflict do nothing
            """;

    private static final String ADD_RECIPIENTS = """
            insert into help_recipient (institution, help_id, case_id)
            select cast(:institution as text), cast(:id as uuid), cast(one as uuid)
            from json_array_elements_text(cast(cast(:cases as text) as json)) as one
            """;

    private static final String FIND = """
            select kinds, target_digest, occurred_at, recorded_at from help_entry
            where institution = :institution and help_id = :id
            """;

    private static final String RECIPIENTS = """
            select case_id, voided_at, void_reason from help_recipient
            where institution = :institution and help_id = :id order by case_id
            """;

    private static final String OF_CASE = """
            select e.help_id, e.kinds, e.occurred_at, e.recorded_at, r.voided_at, r.void_reason
            from help_recipient r join help_entry e using (institution, help_id)
            where r.case_id = :case order by e.occurred_at, e.help_id
            """;

    private static final String VOID = """
            update help_recipient set voided_at = :at, void_reason = :reason
            where institution = :institution and help_id = :id and voided_at is null
              and (cast(:case as uuid) is null or case_id = cast(:case as uuid))
            returning case_id
            """;

    private static final String RESTORE_RECIPIENT = """
            insert into help_recipient (institution, help_id, case_id)
            select cast(:institution as text), cast(:id as uuid), case_id from case_key where case_id = :case
            on conflict do nothing
            """;

    /**
     * An entry.
     *
     * @param targetDigest of whom the request named; null after a restore
     */
    record Entry(HelpId helpId, List<HelpKind> kinds, String targetDigest, Instant occurredAt, Instant recordedAt) {}

    /** A person of an entry; voidedAt and reason are null while it counts. */
    record Recipient(CaseId caseId, Instant voidedAt, HelpVoidReason reason) {}

    /** An entry as one person has it; voidedAt and reason are null while it counts. */
    record OfCase(
            HelpId helpId,
            List<HelpKind> kinds,
            Instant occurredAt,
            Instant recordedAt,
            Instant voidedAt,
            HelpVoidReason reason) {}

    /** False if the institution has an entry of this id already. */
    Uni<Boolean> add(Mutiny.Session session, InstitutionId institution, Entry entry) {
        return of(session.createNativeQuery(ADD), institution, entry.helpId())
                .setParameter("kinds", Json.write(entry.kinds()))
                .setParameter("digest", entry.targetDigest())
                .setParameter("occurredAt", entry.occurredAt())
                .setParameter("recordedAt", entry.recordedAt())
                .executeUpdate()
                .map(inserted -> inserted == 1);
    }

    Uni<Void> addRecipients(Mutiny.Session session, InstitutionId institution, HelpId id, List<CaseId> cases) {
        return of(session.createNativeQuery(ADD_RECIPIENTS), institution, id)
                .setParameter("cases", Json.write(cases))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Null if the institution has none of this id. */
    Uni<Entry> find(Mutiny.Session session, InstitutionId institution, HelpId id) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter("institution", institution.value())
                .setParameter("id", id.value())
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? null
                        : new Entry(
                                id,
                                kinds(row[0]),
                                (String) row[1],
                                ReportedTimes.stored(row[2]),
                                ReportedTimes.stored(row[3])));
    }

    Uni<List<Recipient>> recipients(Mutiny.Session session, InstitutionId institution, HelpId id) {
        return session.createNativeQuery(RECIPIENTS, Object[].class)
                .setParameter("institution", institution.value())
                .setParameter("id", id.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row ->
                                new Recipient(new CaseId((UUID) row[0]), ReportedTimes.stored(row[1]), reason(row[2])))
                        .toList());
    }

    Uni<List<OfCase>> of(Mutiny.Session session, CaseId caseId) {
        return session.createNativeQuery(OF_CASE, Object[].class)
                .setParameter("case", caseId.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new OfCase(
                                new HelpId((UUID) row[0]),
                                kinds(row[1]),
                                ReportedTimes.stored(row[2]),
                                ReportedTimes.stored(row[3]),
                                ReportedTimes.stored(row[4]),
                                reason(row[5])))
                        .toList());
    }

    /**
     * Voids an entry.
     *
     * @param only null for all people of the entry
     * @return for whom it counted until now
     */
    Uni<List<CaseId>> voidFor(
            Mutiny.Session session,
            InstitutionId institution,
            HelpId id,
            CaseId only,
            HelpVoidReason reason,
            Instant at) {
        return session.createNativeQuery(VOID, UUID.class)
                .setParameter("institution", institution.value())
                .setParameter("id", id.value())
                .setParameter("case", only == null ? null : only.value())
                .setParameter("reason", reason.code())
                .setParameter("at", at)
                .getResultList()
                .map(ids -> ids.stream().map(CaseId::new).toList());
    }

    /** Takes over a published entry. */
    public Uni<Void> restore(Mutiny.Session session, ReceptionFact.HelpGiven fact) {
        Entry entry = new Entry(fact.helpId(), fact.kinds(), null, fact.occurredAt(), fact.recordedAt());
        return add(session, fact.institution(), entry)
                .chain(() -> of(session.createNativeQuery(RESTORE_RECIPIENT), fact.institution(), fact.helpId())
                        .setParameter("case", fact.caseId().value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Void> restore(Mutiny.Session session, ReceptionFact.HelpVoided fact) {
        return voidFor(session, fact.institution(), fact.helpId(), fact.caseId(), fact.reason(), fact.occurredAt())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery of(Mutiny.Query<Object> query, InstitutionId institution, HelpId id) {
        return query.setParameter("institution", institution.value()).setParameter("id", id.value());
    }

    private static List<HelpKind> kinds(Object json) {
        return List.of(Json.read((String) json, HelpKind[].class));
    }

    private static HelpVoidReason reason(Object code) {
        return code == null ? null : Code.of(HelpVoidReason.class, (String) code);
    }
}
