package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;
import org.puente.platform.ids.Ids;
import org.puente.platform.json.Json;
import org.puente.reception.identity.Fingerprints;
import org.puente.reception.identity.Persons;
import org.puente.reception.identity.Persons.Recognised;

/** Finds the person of a return: recognised by documents, or new. */
@ApplicationScoped
public class Recognition {
    private final Fingerprints fingerprints;
    private final Persons persons;
    private final Returns returns;

    Recognition(Fingerprints fingerprints, Persons persons, Returns returns) {
        this.fingerprints = fingerprints;
        this.persons = persons;
        this.returns = returns;
    }

    /** Mark of name, birth and sex. Several people may share it, so it serves for a warning only. */
    public String print(Registration registration) {
        Person person = registration.person();
        return fingerprints.of(person.givenNames(), person.familyNames(), person.born(), person.sex());
    }

    /** A case that is being registered, with what intake recorded. */
    public record NewCase(CaseId id, Registration registration) {}

    /** Finds the people of new cases, one after the other, with as many statements as for one. */
    public Uni<List<Recognised>> recogniseAll(Mutiny.Session session, List<NewCase> cases) {
        List<Persons.Claimant> people = cases.stream()
                .map(one -> new Persons.Claimant(
                        new PersonId(Ids.next()),
                        one.id(),
                        documents(one.registration()),
                        one.registration().identity()))
                .toList();
        return persons.recogniseAll(
                session, people, stored -> Json.read(stored, Registration.class).identity());
    }

    /**
     * Recognises the person after an amendment. While one document stays, the person usually stays
     * the same. If all documents were replaced, the first reading was wrong, and perhaps the person
     * too. If name, birth or sex were corrected, the person may now match a known one, or no longer
     * match the earlier one.
     */
    public Uni<Recognised> recogniseAmended(
            Mutiny.Session session, ReturnCase returnCase, Registration before, Registration after) {
        boolean corrected = !after.identity().equals(before.identity());
        if (documents(after).equals(documents(before)) && !corrected) {
            return Uni.createFrom().item(Recognised.as(returnCase.recognisedPerson()));
        }
        return returns.others(session, returnCase)
                .chain(others -> corrected && isNoneOf(others, after)
                        ? separate(session, returnCase, before, after, others)
                        : confirmOrRecognise(session, returnCase, before, after, others));
    }

    private Uni<Recognised> confirmOrRecognise(
            Mutiny.Session session,
            ReturnCase returnCase,
            Registration before,
            Registration after,
            List<ReturnCase> others) {
        boolean corrected = !after.identity().equals(before.identity());
        Set<String> oldDocuments = documents(before);
        Set<String> newDocuments = documents(after);
        Set<String> removed = new TreeSet<>(oldDocuments);
        removed.removeAll(newDocuments);
        boolean certain = isCertain(before, after, newDocuments) && !(corrected && others.isEmpty());
        PersonId unrecognised = personWithoutMatch(returnCase, oldDocuments.isEmpty(), others);
        return releaseDocuments(session, removed, returnCase, others)
                .chain(() -> certain
                        ? persons.confirm(
                                session, bearer(returnCase.recognisedPerson(), returnCase, newDocuments, after))
                        : persons.recognise(session, bearer(unrecognised, returnCase, newDocuments, after)));
    }

    /** The return had been assigned to the wrong person: recognises it as if it were registered now. */
    private Uni<Recognised> separate(
            Mutiny.Session session,
            ReturnCase returnCase,
            Registration before,
            Registration after,
            List<ReturnCase> others) {
        return releaseDocuments(session, documents(before), returnCase, others)
                .chain(() -> persons.recognise(
                        session, bearer(new PersonId(Ids.next()), returnCase, documents(after), after)));
    }

    private static boolean isNoneOf(List<ReturnCase> others, Registration after) {
        return !others.isEmpty()
                && others.stream()
                        .noneMatch(other ->
                                after.identity().agreesWith(other.registration().identity()));
    }

    private static Persons.Bearer bearer(
            PersonId person, ReturnCase returnCase, Set<String> documents, Registration registration) {
        return new Persons.Bearer(
                person,
                returnCase.id(),
                documents,
                other -> registration
                        .identity()
                        .agreesWith(Json.read(other, Registration.class).identity()));
    }

    /**
     * The nationality is part of a passport's mark; a corrected nationality alone does not change
     * the person.
     */
    private boolean isCertain(Registration before, Registration after, Set<String> newDocuments) {
        Set<String> stayed =
                fingerprints.of(before.person().documents(), after.person().nationality());
        return stayed.stream().anyMatch(newDocuments::contains)
                || documents(before).stream().anyMatch(newDocuments::contains);
    }

    /** Documents that another return names as well stay known through that return. */
    private Uni<Void> releaseDocuments(
            Mutiny.Session session, Set<String> removed, ReturnCase returnCase, List<ReturnCase> others) {
        Set<String> left = new TreeSet<>(removed);
        Uni<Void> moves = Uni.createFrom().voidItem();
        for (ReturnCase other : others) {
            Set<String> shared = documents(other.registration());
            shared.retainAll(left);
            if (!shared.isEmpty()) {
                left.removeAll(shared);
                moves = moves.call(() -> persons.moveToCase(session, shared, returnCase.id(), other.id()));
            }
        }
        return moves.chain(() -> persons.forget(session, left, returnCase.id()));
    }

    /**
     * The person if the new documents identify nobody: not a person who was known only by the old
     * documents.
     */
    private static PersonId personWithoutMatch(ReturnCase returnCase, boolean hadNoDocuments, List<ReturnCase> others) {
        return hadNoDocuments || others.isEmpty() ? returnCase.recognisedPerson() : new PersonId(Ids.next());
    }

    private Set<String> documents(Registration registration) {
        return fingerprints.of(
                registration.person().documents(), registration.person().nationality());
    }
}
