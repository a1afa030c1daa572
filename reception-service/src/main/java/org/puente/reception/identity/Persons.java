package org.puente.reception.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;

/** The people that this node knows by their documents. */
@ApplicationScoped
public class Persons {
    private final DocumentHolders holders;

    Persons(DocumentHolders holders) {
        this.holders = holders;
    }

    /**
     * The result of a recognition.
     *
     * @param others whether somebody else holds one of the documents too, and may be the same
     *     person
     * @param conflicting whether somebody with a different name, birth or sex holds one of the
     *     documents
     */
    public record Recognised(PersonId person, boolean others, boolean conflicting) {
        /** A result without any doubt that a person has to check. */
        public static Recognised as(PersonId person) {
            return new Recognised(person, false, false);
        }
    }

    /**
     * Somebody who brings documents; {@code agrees} tests whether another registration may be of
     * the same person.
     */
    public record Bearer(PersonId person, CaseId by, Set<String> documents, Predicate<String> agrees) {}

    /**
     * Finds the person who brings these documents: a known holder of any of them who agrees with
     * the bearer, else the bearer itself. From then on that person holds all these documents too.
     */
    public Uni<Recognised> recognise(Mutiny.Session session, Bearer bearer) {
        return known(session, bearer).chain(known -> {
            List<UUID> alike = known.alike();
            PersonId person =
                    // Ids are UUID version 7, so the first is the person known longest. Two known
                    // people are never merged automatically.
                    alike.isEmpty() ? bearer.person() : new PersonId(alike.getFirst());
            return moveToPerson(session, known, bearer.person(), person)
                    .chain(() -> addHolder(session, bearer, known, person))
                    .replaceWith(new Recognised(person, alike.size() > 1, known.conflicting()));
        });
    }

    /** Somebody new, unless their documents are known to be those of a person with this identity. */
    public record Claimant(PersonId person, CaseId by, Set<String> documents, Identity identity) {}

    /**
     * As {@link #recognise} for each, one after the other, with as many statements as for one.
     *
     * @param identityOf reads the identity of a registration, as it is stored
     */
    public Uni<List<Recognised>> recogniseAll(
            Mutiny.Session session, List<Claimant> people, Function<String, Identity> identityOf) {
        return new BatchRecognition(holders).recognise(session, people, identityOf);
    }

    /** Records documents for a person who is already certain. */
    public Uni<Recognised> confirm(Mutiny.Session session, Bearer bearer) {
        return known(session, bearer)
                .chain(known -> addHolder(session, bearer, known, bearer.person())
                        .replaceWith(
                                new Recognised(bearer.person(), !known.alike().isEmpty(), known.conflicting())));
    }

    /** Forgets documents of a case that turned out not to be the person's. */
    public Uni<Void> forget(Mutiny.Session session, Collection<String> fingerprints, CaseId by) {
        return holders.forget(session, fingerprints, by);
    }

    /** Moves documents of a case to another case that names them as well. */
    public Uni<Void> moveToCase(Mutiny.Session session, Collection<String> fingerprints, CaseId from, CaseId to) {
        return holders.moveToCase(session, fingerprints, from, to);
    }

    /**
     * The people who already hold the documents.
     *
     * @param own whether the bearer now holds some of the documents
     */
    private record KnownHolders(boolean own, List<DocumentHolders.Holder> all, Predicate<String> agrees) {
        List<UUID> alike() {
            return all.stream()
                    .filter(holder -> agrees.test(holder.registration()))
                    .map(DocumentHolders.Holder::person)
                    .distinct()
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();
        }

        boolean conflicting() {
            return all.stream().anyMatch(holder -> !agrees.test(holder.registration()));
        }

        /** Documents that only other people hold, none of whom may be this person. */
        Set<String> ofStrangers(PersonId person) {
            Set<String> ofAlike = all.stream()
                    .filter(holder -> holder.person().equals(person.value()) || agrees.test(holder.registration()))
                    .map(DocumentHolders.Holder::fingerprint)
                    .collect(Collectors.toSet());
            return all.stream()
                    .map(DocumentHolders.Holder::fingerprint)
                    .filter(fingerprint -> !ofAlike.contains(fingerprint))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Uni<KnownHolders> known(Mutiny.Session session, Bearer bearer) {
        if (bearer.documents().isEmpty()) {
            return Uni.createFrom().item(new KnownHolders(false, List.of(), bearer.agrees()));
        }
        UUID self = bearer.person().value();
        return holders.claim(session, bearer.documents(), bearer.person(), bearer.by())
                .chain(people -> others(session, bearer, people.stream().allMatch(self::equals))
                        .map(all -> new KnownHolders(people.contains(self), all, bearer.agrees())));
    }

    private Uni<List<DocumentHolders.Holder>> others(Mutiny.Session session, Bearer bearer, boolean none) {
        return none ? Uni.createFrom().item(List.of()) : holders.others(session, bearer.documents(), bearer.person());
    }

    private Uni<Void> moveToPerson(Mutiny.Session session, KnownHolders known, PersonId from, PersonId to) {
        return from.equals(to) || !known.own() ? Uni.createFrom().voidItem() : holders.moveToPerson(session, from, to);
    }

    private Uni<Void> addHolder(Mutiny.Session session, Bearer bearer, KnownHolders known, PersonId person) {
        Set<String> documents = known.ofStrangers(person);
        return documents.isEmpty()
                ? Uni.createFrom().voidItem()
                : holders.addHolder(session, documents, person, bearer.by());
    }

    /**
     * Locks the documents of cases that are to be erased. A registration that brings one of them holds it until it is
     * committed, so it is waited for here: the statements after this one see the return that it writes.
     */
    public Uni<Void> lockDocuments(Mutiny.Session session, List<UUID> cases) {
        return holders.lockOfCases(session, cases);
    }
}
