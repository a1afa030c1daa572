package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.contracts.ReturnFact.ConsentWithdrawn;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;
import org.puente.referral.referrals.Referrals;

/**
 * Keeps what reception publishes of consents. A consent stays with its case, and only the institution that the case is
 * of speaks of it: with another's consent, referrals of others would end.
 */
@ApplicationScoped
class PublishedConsents {
    private static final String GIVEN = """
            json_to_recordset(cast(cast(:rows as text) as json)) as
                given (id uuid, "caseId" uuid, institution text, terms text, at timestamptz)""";

    private static final String IS_OWN = """
            not exists (select from case_file known
                        where known.case_id = given."caseId" and known.institution <> given.institution)""";

    /**
     * Gives of each consent that was kept whether it is new: its row was inserted, and {@code xmax} is 0. By one that
     * is new nobody was referred, but after a restore.
     */
    private static final String RECORD = """
            with kept as (
                insert into consent (consent_id, case_id, terms, recorded_at)
                select id, "caseId", terms, at from %s where %s order by id
                on conflict (consent_id) do update
                set terms = excluded.terms, recorded_at = excluded.recorded_at
                where consent.case_id = excluded.case_id
                  and (consent.recorded_at is null or consent.recorded_at <= excluded.recorded_at)
                returning consent_id, xmax = 0 as is_new)
            select consent_id,
                   is_new and not %s
            from kept
            """.formatted(GIVEN, IS_OWN, Referrals.ANY_UNDER_KEPT);

    /**
     * What was not kept is this, or older than what is known. A statement of its own: the one that keeps does not see
     * what was committed while it waited.
     */
    private static final String ANY_FOREIGN = """
            select exists (select from %s where not (%s) or exists (
                select from consent known where known.consent_id = given.id and known.case_id <> given."caseId"))
            """.formatted(GIVEN, IS_OWN);

    private static final String WITHDRAW = """
            insert into consent (consent_id, case_id, withdrawn_at)
            select id, "caseId", at from %s where %s
            on conflict (consent_id) do update set withdrawn_at = excluded.withdrawn_at
            where consent.case_id = excluded.case_id
            """.formatted(GIVEN, IS_OWN);

    /** {@code terms} is null in one that is withdrawn. */
    private record Row(ConsentId id, CaseId caseId, InstitutionId institution, String terms, Instant at) {
        static Row of(ConsentRecorded fact) {
            return new Row(fact.consentId(), fact.caseId(), fact.institution(), Json.write(fact), fact.occurredAt());
        }

        static Row of(ConsentWithdrawn fact) {
            return new Row(fact.consentId(), fact.caseId(), fact.institution(), null, fact.occurredAt());
        }
    }

    /**
     * @param facts none of them of the same consent as another
     * @return the ids of those that were not kept, and of those by which somebody may have been referred before
     * @throws FactRefused where a consent is of another case, or a case of another institution
     */
    Uni<Set<UUID>> record(Mutiny.Session session, List<ConsentRecorded> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        String rows = Json.write(facts.stream().map(Row::of).toList());
        Set<UUID> former =
                facts.stream().map(fact -> fact.consentId().value()).collect(Collectors.toCollection(HashSet::new));
        return session.createNativeQuery(RECORD, Object[].class)
                .setParameter("rows", rows)
                .getResultList()
                .call(kept -> kept.size() == facts.size() ? Uni.createFrom().voidItem() : mustBeOwn(session, rows))
                .map(kept -> {
                    kept.stream().filter(row -> (Boolean) row[1]).forEach(row -> former.remove((UUID) row[0]));
                    return former;
                });
    }

    /**
     * @throws FactRefused where the consent is of another case, or the case of another institution
     */
    Uni<Void> withdraw(Mutiny.Session session, ConsentWithdrawn fact) {
        String rows = Json.write(List.of(Row.of(fact)));
        return session.createNativeQuery(WITHDRAW)
                .setParameter("rows", rows)
                .executeUpdate()
                .chain(kept -> kept > 0 ? Uni.createFrom().voidItem() : mustBeOwn(session, rows));
    }

    private static Uni<Void> mustBeOwn(Mutiny.Session session, String rows) {
        return Cases.mustBeOwn(
                session.createNativeQuery(ANY_FOREIGN, Boolean.class).setParameter("rows", rows));
    }
}
