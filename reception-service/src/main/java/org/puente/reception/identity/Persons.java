package org.puente.reception.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
     * Who a person turned out to be.
     *
     * @param others whether the documents are known of somebody else too, who may be the same
     * @param conflicting whether one is known of somebody whose name, birth or sex is another
     */
    public record Recognised(PersonId person, boolean others, boolean conflicting) {
        /** Nothing that needs a look. */
        public static Recognised as(PersonId person) {
            return new Recognised(person, false, false);
        }
    }

    /** Someone who brings documents, and how to tell by another's registration whether it fits. */
    public record Bearer(PersonId person, CaseId by, Set<String> documents, Predicate<String> agrees) {}

    /**
     * Finds out who brings these documents: the one of whom any is known and with whom they agree,
     * else the one given. From then on all of them are known as that person's, too.
     */
    public Uni<Recognised> recognise(Mutiny.Session session, Bearer bearer) {
        return met(session, bearer).chain(met -> {
            List<UUID> alike = met.alike();
            PersonId person =
                    // Version 7: the one known longest. Two known people are
                    // never made one by a machine.
                    alike.isEmpty() ? bearer.person() : new PersonId(alike.getFirst());
            return pass(session, met, bearer.person(), person)
                    .chain(() -> share(session, bearer, met, person))
                    .replaceWith(new Recognised(person, alike.size() > 1, met.conflicting()));
        });
    }

    /** Makes documents known as those of a person who is already certain. */
    public Uni<Recognised> confirm(Mutiny.Session session, Bearer bearer) {
        return met(session, bearer)
                .chain(met -> share(session, bearer, met, bearer.person())
                        .replaceWith(
                                new Recognised(bearer.person(), !met.alike().isEmpty(), met.conflicting())));
    }

    /** Forgets documents that a case had made known and that turned out not to be the person's. */
    public Uni<Void> forget(Mutiny.Session session, Collection<String> fingerprints, CaseId by) {
        return holders.forget(session, fingerprints, by);
    }

    /** Leaves documents that a case had made known to another that names them as well. */
    public Uni<Void> leave(Mutiny.Session session, Collection<String> fingerprints, CaseId from, CaseId to) {
        return holders.leave(session, fingerprints, from, to);
    }

    /**
     * Those of whom the documents are known already.
     *
     * @param own whether some are now known as the bearer's
     */
    private record Met(boolean own, List<DocumentHolders.Holder> all, Predicate<String> agrees) {
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

        /** Documents that are known of others alone, none of whom may be this person. */
        Set<String> ofStrangers(PersonId person) {
            Set<String> known = all.stream()
                    .filter(holder -> holder.person().equals(person.value()) || agrees.test(holder.registration()))
                    .map(DocumentHolders.Holder::fingerprint)
                    .collect(Collectors.toSet());
            return all.stream()
                    .map(DocumentHolders.Holder::fingerprint)
                    .filter(fingerprint -> !known.contains(fingerprint))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Uni<Met> met(Mutiny.Session session, Bearer bearer) {
        if (bearer.documents().isEmpty()) {
            return Uni.createFrom().item(new Met(false, List.of(), bearer.agrees()));
        }
        UUID self = bearer.person().value();
        return holders.claim(session, bearer.documents(), bearer.person(), bearer.by())
                .chain(people -> others(session, bearer, people.stream().allMatch(self::equals))
                        .map(all -> new Met(people.contains(self), all, bearer.agrees())));
    }

    private Uni<List<DocumentHolders.Holder>> others(Mutiny.Session session, Bearer bearer, boolean none) {
        return none ? Uni.createFrom().item(List.of()) : holders.others(session, bearer.documents(), bearer.person());
    }

    private Uni<Void> pass(Mutiny.Session session, Met met, PersonId from, PersonId to) {
        return from.equals(to) || !met.own() ? Uni.createFrom().voidItem() : holders.pass(session, from, to);
    }

    private Uni<Void> share(Mutiny.Session session, Bearer bearer, Met met, PersonId person) {
        Set<String> documents = met.ofStrangers(person);
        return documents.isEmpty()
                ? Uni.createFrom().voidItem()
                : holders.share(session, documents, person, bearer.by());
    }
}
