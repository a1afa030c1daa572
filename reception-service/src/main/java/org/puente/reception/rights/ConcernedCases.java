package org.puente.reception.rights;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;

/**
 * The cases of the person that a request concerns at the institution it is to: its own, those that
 * were held when it came, and those that turned out since to be of the same person.
 */
@ApplicationScoped
class ConcernedCases {
    private static final String CONCERNED = """
            with asked as (
                select id, case_id, institution from data_request where id = :request),
            known as (
                select case_id from asked
                union select c.case_id from data_request_other_case c where c.request_id = :request),
            persons as (
                select coalesce(one.linked_person_id, one.person_id) as person
                from case_pseudonym one join known using (case_id)),
            concerned as (
                select case_id from known
                union select other.case_id
                from persons join case_pseudonym other
                     on other.person_id = persons.person or other.linked_person_id = persons.person
                where coalesce(other.linked_person_id, other.person_id) = persons.person
                  and other.institution = (select institution from asked))
            """;

    private static final String HELD = CONCERNED + """
            select count(*) from concerned join case_key using (case_id)
            """;

    private static final String CONSENTING = CONCERNED + """
            select count(*) from concerned join consent_standing using (case_id)
            where withdrawn_at is null and (valid_until is null or valid_until >= :today)
            """;

    private static final String OTHERS = CONCERNED + """
            select case_id from concerned join case_key using (case_id)
            where case_id <> (select case_id from asked) order by case_id
            """;

    /** How many of them are held. */
    Uni<Long> held(Mutiny.Session session, DataRequest request) {
        return session.createNativeQuery(HELD, Long.class)
                .setParameter("request", request.id())
                .getSingleResult();
    }

    /** How many consents of them stand. */
    Uni<Long> consenting(Mutiny.Session session, DataRequest request, LocalDate today) {
        return session.createNativeQuery(CONSENTING, Long.class)
                .setParameter("request", request.id())
                .setParameter("today", today)
                .getSingleResult();
    }

    /** Those that are held beside the request's own. None for a rectification: what is wrong stands in one case. */
    Uni<List<CaseId>> others(Mutiny.Session session, DataRequest request) {
        return request.kind().concernsEveryCase()
                ? session.createNativeQuery(OTHERS, UUID.class)
                        .setParameter("request", request.id())
                        .getResultList()
                        .map(ids -> ids.stream().map(CaseId::new).toList())
                : Uni.createFrom().item(List.of());
    }
}
