package org.puente.referral.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.contracts.ReturnFact.ConsentWithdrawn;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;

/**
 * Keeps what reception publishes of consents. A consent stays with its case, and only the institution that the case is
 * of speaks of it: with another's consent, referrals of others would end.
 */
@ApplicationScoped
class PublishedConsents {
    private static final String OWN = """
            from (values (cast(:consentId as uuid), cast(:caseId as uuid), cast(:institution as text)))
                 as given (consent_id, case_id, institution)
            where not exists (select from case_file
                              where case_file.case_id = given.case_id
                                and case_file.institution <> given.institution)
            """;

    private static final String RECORD = """
            insert into consent (consent_id, case_id, terms, recorded_at)
            select consent_id, case_id, cast(:terms as text), cast(:at as timestamptz)
            %s
            on conflict (consent_id) do update
            set terms = excluded.terms, recorded_at = excluded.recorded_at
            where consent.case_id = excluded.case_id
              and (consent.recorded_at is null or consent.recorded_at <= excluded.recorded_at)
            """.formatted(OWN);

    private static final String WITHDRAW = """
            insert into consent (consent_id, case_id, withdrawn_at)
            select consent_id, case_id, cast(:at as timestamptz)
            %s
            on conflict (consent_id) do update set withdrawn_at = excluded.withdrawn_at
            where consent.case_id = excluded.case_id
            """.formatted(OWN);

    /** What was not kept is this, or older than what is known. */
    private static final String IS_FOREIGN = """
            select not exists (select %s)
                or exists (select from consent where consent_id = :consentId and case_id <> :caseId)
            """.formatted(OWN);

    private record Parties(UUID consent, UUID caseId, String institution) {
        <Q extends Mutiny.AbstractQuery> Q in(Q query) {
            query.setParameter("consentId", consent);
            query.setParameter("caseId", caseId);
            query.setParameter("institution", institution);
            return query;
        }
    }

    /**
     * @throws FactRefused where the consent is of another case, or the case of another institution
     */
    Uni<Void> record(Mutiny.Session session, ConsentRecorded fact) {
        Parties parties = new Parties(
                fact.consentId().value(),
                fact.caseId().value(),
                fact.institution().value());
        return parties.in(session.createNativeQuery(RECORD))
                .setParameter("terms", Json.write(fact))
                .setParameter("at", fact.occurredAt())
                .executeUpdate()
                .chain(kept -> kept > 0 ? Uni.createFrom().voidItem() : mustBeOwn(session, parties));
    }

    /**
     * @throws FactRefused as {@link #record}
     */
    Uni<Void> withdraw(Mutiny.Session session, ConsentWithdrawn fact) {
        Parties parties = new Parties(
                fact.consentId().value(),
                fact.caseId().value(),
                fact.institution().value());
        return parties.in(session.createNativeQuery(WITHDRAW))
                .setParameter("at", fact.occurredAt())
                .executeUpdate()
                .chain(kept -> kept > 0 ? Uni.createFrom().voidItem() : mustBeOwn(session, parties));
    }

    private static Uni<Void> mustBeOwn(Mutiny.Session session, Parties parties) {
        return parties.in(session.createNativeQuery(IS_FOREIGN, Boolean.class))
                .getSingleResult()
                .invoke(foreign -> {
                    if (foreign) {
                        throw Cases.foreign();
                    }
                })
                .replaceWithVoid();
    }
}
