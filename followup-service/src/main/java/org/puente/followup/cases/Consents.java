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
import org.puente.platform.json.Json;
import org.puente.platform.persistence.JsonRows;

/** The consents of this node's cases. A consent may arrive before its case. */
@ApplicationScoped
class Consents {
    /** A withdrawal is final, even if its time is earlier; of several terms the latest stand. */
    private static final String KEEP = """
            insert into consent as known (id, case_id, withdrawn, terms, at)
            select distinct on (id) id, "caseId", withdrawn, terms, at
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 (id uuid, "caseId" uuid, withdrawn boolean, terms text, at timestamptz)
            order by id, withdrawn desc, at desc
            on conflict (id) do update
            set withdrawn = excluded.withdrawn, terms = excluded.terms, at = excluded.at
            where (known.withdrawn, known.at) < (excluded.withdrawn, excluded.at)
            """;

    /** A published state of a consent. */
    record Published(UUID id, UUID caseId, boolean withdrawn, String terms, Instant at) {
        static Published of(ConsentRecorded fact) {
            return new Published(
                    fact.consentId().value(), fact.caseId().value(), false, Json.write(fact), fact.occurredAt());
        }

        /** A withdrawal repeats the terms, so its JSON can be read as {@link ConsentRecorded}. */
        static Published of(ConsentWithdrawn fact) {
            return new Published(
                    fact.consentId().value(), fact.caseId().value(), true, Json.write(fact), fact.occurredAt());
        }
    }

    /** Stores published states, in any order. */
    Uni<Void> keep(Mutiny.Session session, List<Published> states) {
        return JsonRows.write(session, KEEP, states);
    }

    Uni<Map<UUID, List<Consent>>> of(Mutiny.Session session, Collection<UUID> cases) {
        return session.createQuery("from Consent where caseId in :cases", Consent.class)
                .setParameter("cases", cases)
                .getResultList()
                .map(consents -> consents.stream().collect(groupingBy(c -> c.caseId)));
    }
}
