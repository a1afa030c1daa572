package org.puente.reception.returns.matching;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.JsonIds;
import org.puente.reception.returns.matching.PersonLinks.Received;
import org.puente.reception.returns.matching.PersonLinks.Said;

/** The cases of people who are one, or whom somebody says to be one; and whose joins are due to be looked at. */
@ApplicationScoped
class JoinedCases {
    /**
     * All cases of the people, of those they are joined with, and of those somebody says to be the same. What is
     * followed are people, each once: one person may have thousands of cases.
     */
    static final String TOGETHER = """
        with recursive together (person) as (
            select given.person from %s given (person)
            union
            select near.person
            from together known cross join lateral (
                select linked_person_id from return_case where person_id = known.person
                union
                select person_id from return_case where linked_person_id = known.person
                union
                select unnest(array[other.person_id, other.linked_person_id])
                from return_case own
                join person_decision said on said.case_id = own.case_id and said.decision = 'same'
                join return_case other on other.case_id = said.other_case_id
                where own.person_id = known.person
                union
                select unnest(array[other.person_id, other.linked_person_id])
                from return_case own
                join person_decision said on said.other_case_id = own.case_id and said.decision = 'same'
                join return_case other on other.case_id = said.case_id
                where own.person_id = known.person) near (person)
            where near.person is not null)
        select case_id, person_id, coalesce(linked_person_id, person_id), institution, registered_at
        from return_case join together on together.person = person_id
        """.formatted(JsonIds.IDS);

    private static final String SAID = """
        select case_id, other_case_id, decision = 'same', decided_at, moved from person_decision where case_id in %s
        """.formatted(JsonIds.IDS);

    private static final String DUE = """
        select distinct person_id from person_link_due where due_at <= now() limit :max
        """;

    private static final String TAKE =
            "delete from person_link_due where due_at <= now() and person_id in " + JsonIds.IDS;

    private static final String LOOK_AGAIN = """
        insert into person_link_due (person_id, due_at) select distinct id, now() + interval '1 minute' from %s found(id)
        """.formatted(JsonIds.IDS);

    /**
     * Cases that belong together.
     *
     * @param published as whom each is published now, by its id
     */
    record Group(List<Received> cases, Map<UUID, UUID> published, List<Said> said) {
        /** As whom those are to be published whose person is another now. */
        Map<UUID, UUID> changed() {
            PersonLinks links = links();
            Map<UUID, UUID> changed = new HashMap<>();
            for (Received one : cases) {
                UUID person = links.publishedAs(one.person());
                if (!person.equals(published.get(one.caseId()))) {
                    changed.put(one.caseId(), person);
                }
            }
            return changed;
        }

        PersonLinks links() {
            return new PersonLinks(cases, said);
        }

        Set<UUID> people() {
            Set<UUID> people = new HashSet<>(published.values());
            cases.forEach(one -> people.add(one.person()));
            return people;
        }
    }

    /** Some of the people whose joins are due to be looked at, as they are published, or were. */
    Uni<List<UUID>> due(Mutiny.Session session, int max) {
        return session.createNativeQuery(DUE, UUID.class)
                .setParameter("max", max)
                .getResultList();
    }

    /** The joins of these people are looked at now; what changes later is due again. */
    Uni<Void> take(Mutiny.Session session, Collection<UUID> people) {
        return write(session, TAKE, people);
    }

    /** The joins of these people are due again in a minute. */
    Uni<Void> lookAgain(Mutiny.Session session, Collection<UUID> people) {
        return write(session, LOOK_AGAIN, people);
    }

    private static Uni<Void> write(Mutiny.Session session, String statement, Collection<UUID> people) {
        return session.createNativeQuery(statement)
                .setParameter("ids", Json.write(people))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Group> of(Mutiny.Session session, Collection<UUID> people) {
        return rows(session, TOGETHER, people)
                .chain(cases -> rows(
                                session, SAID, cases.stream().map(row -> row[0]).toList())
                        .map(said -> group(cases, said)));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String sql, Collection<?> ids) {
        return session.createNativeQuery(sql, Object[].class)
                .setParameter("ids", Json.write(ids))
                .getResultList();
    }

    private static Group group(List<Object[]> cases, List<Object[]> said) {
        Map<UUID, UUID> published = new HashMap<>();
        cases.forEach(row -> published.put((UUID) row[0], (UUID) row[2]));
        return new Group(
                cases.stream()
                        .map(row -> new Received((UUID) row[0], (UUID) row[1], (String) row[3], instant(row[4])))
                        .toList(),
                published,
                said.stream().map(JoinedCases::said).toList());
    }

    private static Said said(Object[] row) {
        boolean isMoved = (Boolean) row[4];
        return new Said((UUID) row[0], (UUID) row[1], (Boolean) row[2], isMoved ? Instant.MAX : instant(row[3]));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
