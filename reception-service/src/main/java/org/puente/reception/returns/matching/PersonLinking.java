package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;
import org.puente.platform.outbox.Outbox;
import org.puente.platform.outbox.Outgoing;
import org.puente.platform.persistence.Sequential;
import org.puente.reception.returns.Checks;
import org.puente.reception.returns.Facts;
import org.puente.reception.returns.ReturnCase;
import org.puente.reception.returns.Returns;
import org.puente.reception.returns.matching.PersonLinks.Link;

/** Brings the cases of two people in line with the decisions that stand, and publishes those that changed. */
@ApplicationScoped
class PersonLinking {
    private static final String CASES =
            "(select cast(json_array_elements_text(cast(cast(:cases as text) as json)) as uuid))";

    /** All cases of those who are published as the persons of these cases; each part has an index. */
    private static final String TOGETHER = """
        with published as (
            select distinct coalesce(linked_person_id, person_id) as person
            from return_case where case_id in %1$s)
        select case_id from return_case
        where person_id in (select person from published) and linked_person_id is null
        union
        select case_id from return_case where linked_person_id in (select person from published)
        """.formatted(CASES);

    /** Both sides have said so. */
    private static final String LINKS = """
        select one.recognised_person_id, other.recognised_person_id as linked
        from person_decision said
        join person_decision agreed
          on agreed.case_id = said.other_case_id and agreed.other_case_id = said.case_id
        join case_person one on one.case_id = said.case_id
        join case_person other on other.case_id = said.other_case_id
        where said.decision = 'same' and agreed.decision = 'same' and said.case_id in %1$s
        """.formatted(CASES);

    private final Returns returns;
    private final Checks checks;
    private final Outbox outbox;

    PersonLinking(Returns returns, Checks checks, Outbox outbox) {
        this.returns = returns;
        this.checks = checks;
        this.outbox = outbox;
    }

    /** The decisions about the two cases have changed. */
    Uni<Void> follow(Mutiny.Session session, UUID one, UUID other) {
        return ids(session, TOGETHER, List.of(one, other))
                .chain(together -> links(session, together)
                        .chain(links -> locked(session, together)
                                .chain(cases -> link(session, cases, new PersonLinks(links)))));
    }

    private static Uni<List<UUID>> ids(Mutiny.Session session, String sql, List<UUID> cases) {
        return session.createNativeQuery(sql, UUID.class)
                .setParameter("cases", Json.write(cases))
                .getResultList();
    }

    private static Uni<List<Link>> links(Mutiny.Session session, List<UUID> cases) {
        return session.createNativeQuery(LINKS, Object[].class)
                .setParameter("cases", Json.write(cases))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Link((UUID) row[0], (UUID) row[1]))
                        .toList());
    }

    /**
     * In the order of their ids, so that two decisions never wait for each other. They are read anew: what was read
     * before was not locked.
     */
    private static Uni<List<ReturnCase>> locked(Mutiny.Session session, List<UUID> cases) {
        return session.flush()
                .invoke(session::clear)
                .chain(() -> session.createQuery(
                                "from ReturnCase where caseId in :ids order by caseId", ReturnCase.class)
                        .setParameter("ids", cases)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
    }

    private Uni<Void> link(Mutiny.Session session, List<ReturnCase> cases, PersonLinks links) {
        List<PersonId> before = cases.stream().map(ReturnCase::person).toList();
        cases.forEach(returnCase -> returnCase.link(
                new PersonId(links.publishedAs(returnCase.recognisedPerson().value()))));
        List<PersonId> after = cases.stream().map(ReturnCase::person).toList();
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        Instant at = checks.now();
        cases.forEach(returnCase -> returnCase.changed(at));
        return session.flush().chain(() -> Sequential.each(cases, returnCase -> publish(session, returnCase, at)));
    }

    /** What is counted of a person's returns has changed in all of them. */
    private Uni<Void> publish(Mutiny.Session session, ReturnCase returnCase, Instant at) {
        return returns.known(session, returnCase)
                .map(known -> Outgoing.of(Facts.amended(returnCase, returnCase.registration(), known, at), at))
                .chain(fact -> outbox.add(session, List.of(fact)));
    }
}
