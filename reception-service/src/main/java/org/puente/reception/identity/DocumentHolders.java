package org.puente.reception.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;
import org.puente.platform.json.Json;
import org.puente.platform.persistence.JsonIds;
import org.puente.platform.persistence.Sequential;

/**
 * Finds the holders of documents by fingerprint: the first person who brought a document, and
 * others.
 */
@ApplicationScoped
class DocumentHolders {
    private static final String PRINTS = "(select json_array_elements_text(cast(cast(:prints as text) as json)))";

    /**
     * Claims documents for a person; a document that already has a holder keeps its holder. The
     * empty update locks the row: it waits for another registration of the same document, so the
     * second registration finds the first. Rows are taken in order, so that two registrations never
     * wait for each other.
     */
    private static final String CLAIM = """
            with claimed as (
                insert into person_document (fingerprint, person_id, case_id)
                select fingerprint, cast(:person as uuid), cast(:case as uuid)
                from json_array_elements_text(cast(cast(:prints as text) as json)) as fingerprint
                order by fingerprint
                on conflict (fingerprint) do update set fingerprint = excluded.fingerprint
                returning fingerprint, person_id)
            select person_id from claimed
            union
            select person_id from person_document_other
            where fingerprint in (select fingerprint from claimed)
            """;

    private static final String OTHERS = """
            select held.fingerprint, held.person_id, case_content.content
            from (select fingerprint, person_id, case_id from person_document
                  union all
                  select fingerprint, person_id, case_id from person_document_other) held
            join case_content using (case_id)
            where held.fingerprint in %s and held.person_id <> :person
            """.formatted(PRINTS);

    private static final List<String> TABLES = List.of("person_document", "person_document_other");
    private static final String OF_CASE = " where case_id = :case and fingerprint in " + PRINTS;

    private static final String LOCK_OF_CASES = """
        select fingerprint from person_document
        where fingerprint in (select fingerprint from person_document where case_id in %1$s
                              union
                              select fingerprint from person_document_other where case_id in %1$s)
        order by fingerprint
        for update
        """.formatted(JsonIds.IDS);

    private static final String MOVE_TO_PERSON = "update person_document set person_id = :to where person_id = :from";

    /** A document that the other person already holds stays as it is. */
    private static final String MOVE_OTHER_TO_PERSON = """
            with passed as (
                delete from person_document_other where person_id = :from
                returning fingerprint, case_id)
            insert into person_document_other (fingerprint, person_id, case_id)
            select fingerprint, cast(:to as uuid), case_id from passed
            on conflict (fingerprint, person_id) do nothing
            """;

    private static final String ADD_HOLDER = """
            insert into person_document_other (fingerprint, person_id, case_id)
            select fingerprint, cast(:person as uuid), cast(:case as uuid)
            from json_array_elements_text(cast(cast(:prints as text) as json)) as fingerprint
            order by fingerprint
            on conflict (fingerprint, person_id) do nothing
            """;

    /** As CLAIM, for many people at once: of those who bring one document the first claims it. */
    private static final String CLAIM_ALL = """
            with claimed as (
                insert into person_document (fingerprint, person_id, case_id)
                select distinct on (fingerprint) fingerprint, person, by
                from rows from (json_to_recordset(cast(cast(:rows as text) as json)) as
                       (fingerprint text, person uuid, by uuid)) with ordinality
                order by fingerprint, ordinality
                on conflict (fingerprint) do update set fingerprint = excluded.fingerprint
                returning fingerprint, person_id, case_id)
            select fingerprint, person_id, case_id from claimed
            union all
            select fingerprint, person_id, case_id from person_document_other
            where fingerprint in (select fingerprint from claimed)
            """;

    /** The first holder of a document first. */
    private static final String OF_ALL = """
            select held.fingerprint, held.person_id, case_content.content
            from (select fingerprint, person_id, case_id, 0 as rank from person_document
                  where fingerprint in %1$s
                  union all
                  select fingerprint, person_id, case_id, 1 from person_document_other
                  where fingerprint in %1$s) held
            join case_content using (case_id)
            order by held.rank, held.person_id
            """.formatted(PRINTS);

    private static final String ROWS = """
            from json_to_recordset(cast(cast(:rows as text) as json)) as
                 sent(fingerprint text, person uuid, by uuid)
            """;

    private static final String MOVE_TO_PERSONS = """
            update person_document set person_id = sent.person
            %swhere person_document.fingerprint = sent.fingerprint
            """.formatted(ROWS);

    private static final String ADD_HOLDERS = """
            insert into person_document_other (fingerprint, person_id, case_id)
            select fingerprint, person, by
            %sorder by fingerprint, person
            on conflict (fingerprint, person_id) do nothing
            """.formatted(ROWS);

    /** A document, a person who holds it, and the case that made that known. */
    record Document(String fingerprint, UUID person, UUID by) {
        static Document of(Object[] row) {
            return new Document((String) row[0], (UUID) row[1], (UUID) row[2]);
        }
    }

    /**
     * @param registration the holder's registration, as JSON, in the case that made the document
     *     known
     */
    record Holder(String fingerprint, UUID person, String registration) {
        static Holder of(Object[] row) {
            return new Holder((String) row[0], (UUID) row[1], (String) row[2]);
        }
    }

    /** All holders of any of the documents; the claiming person may be one of them. */
    Uni<List<UUID>> claim(Mutiny.Session session, Collection<String> prints, PersonId person, CaseId by) {
        return session.createNativeQuery(CLAIM, UUID.class)
                .setParameter("person", person.value())
                .setParameter("case", by.value())
                .setParameter("prints", Json.write(prints))
                .getResultList();
    }

    /** As {@link #claim}, for many people: all holders of the documents, the claiming people among them. */
    Uni<List<Document>> claimAll(Mutiny.Session session, List<Document> claims) {
        return session.createNativeQuery(CLAIM_ALL, Object[].class)
                .setParameter("rows", json(claims))
                .getResultList()
                .map(rows -> rows.stream().map(Document::of).toList());
    }

    /** The holders of documents whose cases are stored. */
    Uni<List<Holder>> ofAll(Mutiny.Session session, Collection<String> prints) {
        return session.createNativeQuery(OF_ALL, Object[].class)
                .setParameter("prints", Json.write(prints))
                .getResultList()
                .map(rows -> rows.stream().map(Holder::of).toList());
    }

    /** Gives documents to another first holder. */
    Uni<Void> moveToPersons(Mutiny.Session session, List<Document> documents) {
        return write(session, MOVE_TO_PERSONS, documents);
    }

    Uni<Void> addHolders(Mutiny.Session session, List<Document> documents) {
        return write(session, ADD_HOLDERS, documents);
    }

    private static Uni<Void> write(Mutiny.Session session, String statement, List<Document> documents) {
        return documents.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(statement)
                        .setParameter("rows", json(documents))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static String json(List<Document> documents) {
        return Json.write(documents);
    }

    Uni<List<Holder>> others(Mutiny.Session session, Collection<String> prints, PersonId than) {
        return session.createNativeQuery(OTHERS, Object[].class)
                .setParameter("prints", Json.write(prints))
                .setParameter("person", than.value())
                .getResultList()
                .map(rows -> rows.stream().map(Holder::of).toList());
    }

    Uni<Void> addHolder(Mutiny.Session session, Collection<String> prints, PersonId person, CaseId by) {
        return session.createNativeQuery(ADD_HOLDER)
                .setParameter("prints", Json.write(prints))
                .setParameter("person", person.value())
                .setParameter("case", by.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Moves all documents of one person to another: the two turned out to be the same person. */
    Uni<Void> moveToPerson(Mutiny.Session session, PersonId from, PersonId to) {
        return moveToPerson(session, MOVE_TO_PERSON, from, to)
                .chain(() -> moveToPerson(session, MOVE_OTHER_TO_PERSON, from, to));
    }

    private static Uni<Void> moveToPerson(Mutiny.Session session, String statement, PersonId from, PersonId to) {
        return session.createNativeQuery(statement)
                .setParameter("from", from.value())
                .setParameter("to", to.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> forget(Mutiny.Session session, Collection<String> prints, CaseId by) {
        return Sequential.each(
                TABLES,
                table -> session.createNativeQuery("delete from " + table + OF_CASE)
                        .setParameter("case", by.value())
                        .setParameter("prints", Json.write(prints))
                        .executeUpdate());
    }

    Uni<Void> moveToCase(Mutiny.Session session, Collection<String> prints, CaseId from, CaseId to) {
        return Sequential.each(
                TABLES,
                table -> session.createNativeQuery("update " + table + " set case_id = :to" + OF_CASE)
                        .setParameter("to", to.value())
                        .setParameter("case", from.value())
                        .setParameter("prints", Json.write(prints))
                        .executeUpdate());
    }

    Uni<Void> lockOfCases(Mutiny.Session session, List<UUID> cases) {
        return session.createNativeQuery(LOCK_OF_CASES, String.class)
                .setParameter("ids", Json.write(cases))
                .getResultList()
                .replaceWithVoid();
    }
}
