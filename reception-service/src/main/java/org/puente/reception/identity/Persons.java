package org.puente.reception.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;
import org.puente.platform.Json;

/** The people that this node knows by their documents. */
@ApplicationScoped
public class Persons {
    /**
     * Claims documents for a person; one that is already somebody's stays theirs. The empty update
     * locks the row, and waits for whoever registers the same document at this moment: of two, the
     * second finds the first. Rows are taken in order, so that two such never wait for each other.
     */
    private static final String CLAIM =
            """
            with claimed as (
                insert into person_document (fingerprint, person_id, case_id)
                select fingerprint, cast(:person as uuid), cast(:case as uuid)
                from json_array_elements_text(cast(cast(:prints as text) as json)) as fingerprint
                order by fingerprint
                on conflict (fingerprint) do update set fingerprint = excluded.fingerprint
                returning person_id)
            select distinct person_id from claimed
            """;

    /**
     * Who a person turned out to be.
     *
     * @param others whether the documents are known of somebody else too
     */
    public record Recognised(PersonId person, boolean others) {}

    /**
     * Finds out who brings these documents: the one of whom any is known, else the one given. From
     * then on all of them are known as that person's.
     *
     * @param fingerprints in order, each once; may be empty
     * @param person who it is if none of the documents is known
     */
    public Uni<Recognised> recognise(
            Mutiny.Session session, Collection<String> fingerprints, PersonId person, CaseId by) {
        return claim(session, fingerprints, person, by)
                .chain(
                        holders -> {
                            List<UUID> known =
                                    holders.stream()
                                            .filter(holder -> !holder.equals(person.value()))
                                            .sorted(Comparator.comparing(UUID::toString))
                                            .toList();
                            if (known.isEmpty()) {
                                return Uni.createFrom().item(new Recognised(person, false));
                            }
                            // Version 7: the one known longest. Two known people are never made
                            // one by a machine.
                            Recognised recognised =
                                    new Recognised(
                                            new PersonId(known.getFirst()), known.size() > 1);
                            return holders.size() == known.size()
                                    ? Uni.createFrom().item(recognised)
                                    : pass(session, person, recognised.person())
                                            .replaceWith(recognised);
                        });
    }

    /** Makes documents known as those of a person who is already certain. */
    public Uni<Recognised> confirm(
            Mutiny.Session session, Collection<String> fingerprints, PersonId person, CaseId by) {
        return claim(session, fingerprints, person, by)
                .map(
                        holders ->
                                new Recognised(
                                        person,
                                        holders.stream().anyMatch(h -> !h.equals(person.value()))));
    }

    /** Forgets documents that a case had made known and that turned out not to be the person's. */
    public Uni<Void> forget(Mutiny.Session session, Collection<String> fingerprints, CaseId by) {
        return session.createNativeQuery(
                        "delete from person_document where case_id = :case and fingerprint in"
                                + " (select json_array_elements_text("
                                + "cast(cast(:prints as text) as json)))")
                .setParameter("case", by.value())
                .setParameter("prints", Json.write(fingerprints))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Leaves documents that a case had made known to another that names them as well. */
    public Uni<Void> leave(
            Mutiny.Session session, Collection<String> fingerprints, CaseId from, CaseId to) {
        return session.createNativeQuery(
                        "update person_document set case_id = :to where case_id = :from and"
                                + " fingerprint in (select json_array_elements_text("
                                + "cast(cast(:prints as text) as json)))")
                .setParameter("to", to.value())
                .setParameter("from", from.value())
                .setParameter("prints", Json.write(fingerprints))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<List<UUID>> claim(
            Mutiny.Session session, Collection<String> fingerprints, PersonId person, CaseId by) {
        if (fingerprints.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(CLAIM, UUID.class)
                .setParameter("person", person.value())
                .setParameter("case", by.value())
                .setParameter("prints", Json.write(fingerprints))
                .getResultList();
    }

    private static Uni<Integer> pass(Mutiny.Session session, PersonId from, PersonId to) {
        return session.createNativeQuery(
                        "update person_document set person_id = :to where person_id = :from")
                .setParameter("to", to.value())
                .setParameter("from", from.value())
                .executeUpdate();
    }
}
