package org.puente.reception.status;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.ConsentGiver;
import org.puente.contracts.ConsentPurpose;
import org.puente.platform.json.Json;

/** Finds a case by its code and the year of birth. */
@ApplicationScoped
class StatusLookup {
    /** One statement decides: a wrong code and a wrong year take the same path. */
    private static final String FIND = """
            select cast(json_build_object(
                'caseId', r.case_id, 'returnedOn', r.returned_on,
                'zone', (select timezone from own_calendar),
                'consents', (
                    select coalesce(json_agg(json_build_object(
                        'withdrawn', withdrawn_at is not null, 'validUntil', valid_until,
                        'purposes', purposes, 'scope', scope, 'givenBy', given_by)
                        order by recorded_at, id), '[]')
                    from consent_standing given where given.case_id = r.case_id)) as text)
            from case_key r
            where r.status_mark = :mark and :year between r.born_from and r.born_to
            """;

    /**
     * The case that the code and the year of birth fit.
     *
     * @param zone the node's time zone; UTC until the directory has arrived
     */
    record FoundCase(CaseId caseId, LocalDate returnedOn, ZoneId zone, List<ConsentState> consents) {
        FoundCase {
            zone = zone == null ? ZoneOffset.UTC : zone;
        }

        /** The consents that hold on a day. */
        List<ConsentState> standing(LocalDate today) {
            return consents.stream().filter(consent -> consent.holds(today)).toList();
        }

        ConsentStatus consent(LocalDate today) {
            return ConsentStatus.of(
                    consents.stream().anyMatch(consent -> !consent.withdrawn),
                    consents.stream().anyMatch(consent -> consent.holds(today)));
        }
    }

    /**
     * The present state of a consent of the case.
     *
     * @param validUntil null for no end
     */
    record ConsentState(
            boolean withdrawn,
            LocalDate validUntil,
            List<ConsentPurpose> purposes,
            List<String> scope,
            ConsentGiver givenBy) {
        boolean holds(LocalDate today) {
            return !withdrawn && (validUntil == null || !validUntil.isBefore(today));
        }
    }

    /**
     * @return null if no case matches
     */
    Uni<FoundCase> find(Mutiny.Session session, String mark, int birthYear) {
        return session.createNativeQuery(FIND, String.class)
                .setParameter("mark", mark)
                .setParameter("year", birthYear)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : Json.read(row, FoundCase.class));
    }

    /**
     * The case whose code in force has this mark.
     *
     * @return null if no code in force has it
     */
    Uni<CaseId> find(Mutiny.Session session, String mark) {
        return session.createNativeQuery("select case_id from case_key where status_mark = :mark", UUID.class)
                .setParameter("mark", mark)
                .getSingleResultOrNull()
                .map(id -> id == null ? null : new CaseId(id));
    }
}
