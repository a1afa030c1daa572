package org.puente.followup.cases;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.ReturnFact.ConsentRecorded;
import org.puente.contracts.ReturnFact.ConsentWithdrawn;
import org.puente.platform.inbox.FactRefused;
import org.puente.platform.json.Json;

/** The consents of this node's cases. A consent may arrive before its case. */
@ApplicationScoped
class Consents {
    /**
     * A withdrawal is final, even if its time is earlier; of several terms the latest stand. Returns whether some are
     * of another case's consent, or of another institution's case.
     */
    private static final String KEEP = """
            with sent as (
                select *
                from json_to_recordset(cast(cast(:rows as text) as json)) as
                     (id uuid, "caseId" uuid, institution text, withdrawn boolean, terms text, at timestamptz)),
            kept as (
                insert into consent as known (id, case_id, withdrawn, terms, at)
                select distinct on (id) id, "caseId", withdrawn, terms, at
                from sent
                order by id, withdrawn desc, at desc
                on conflict (id) do update
                set withdrawn = excluded.withdrawn, terms = excluded.terms, at = excluded.at
                where (known.withdrawn, known.at) < (excluded.withdrawn, excluded.at))
            select exists (select from sent join consent known on known.id = sent.id
                           where known.case_id <> sent."caseId")
                or exists (select from sent group by id having count(distinct "caseId") > 1)
                or exists (select from sent join case_file known on known.id = sent."caseId"
                           where known.registered_by <> sent.institution)
            """;

    /** A published state of a consent. */
    record Published(UUID id, UUID caseId, String institution, boolean withdrawn, String terms, Instant at) {
        static Published of(ConsentRecorded fact) {
            return new Published(
                    fact.consentId().value(),
                    fact.caseId().value(),
                    fact.institution().value(),
                    false,
                    Json.write(fact),
                    fact.occurredAt());
        }

        /** A withdrawal repeats the terms, so its JSON can be read as {@link ConsentRecorded}. */
        static Published of(ConsentWithdrawn fact) {
            return new Published(
                    fact.consentId().value(),
                    fact.caseId().value(),
                    fact.institution().value(),
                    true,
                    Json.write(fact),
                    fact.occurredAt());
        }
    }

    /**
     * Stores published states, in any order.
     *
     * @throws FactRefused where a consent is of another case, or the case of another institution
     */
    Uni<Void> keep(Mutiny.Session session, List<Published> states) {
        return states.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(KEEP, Boolean.class)
                        .setParameter("rows", Json.write(states))
                        .getSingleResult()
                        .invoke(CaseFiles::mustBeOwn)
                        .replaceWithVoid();
    }

    Uni<Map<UUID, List<Consent>>> of(Mutiny.Session session, Collection<UUID> cases) {
        return session.createQuery("from Consent where caseId in :cases", Consent.class)
                .setParameter("cases", cases)
                .getResultList()
                .map(consents -> consents.stream().collect(groupingBy(c -> c.caseId)));
    }
}
