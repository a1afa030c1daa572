package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.PersonId;
import org.puente.platform.Ids;
import org.puente.platform.json.Json;
import org.puente.reception.identity.Fingerprints;
import org.puente.reception.identity.Persons;
import org.puente.reception.identity.Persons.Recognised;

/** Whose return it is: known again by documents, or new. */
@ApplicationScoped
class Recognition {
    private final Fingerprints fingerprints;
    private final Persons persons;
    private final Returns returns;

    Recognition(Fingerprints fingerprints, Persons persons, Returns returns) {
        this.fingerprints = fingerprints;
        this.persons = persons;
        this.returns = returns;
    }

    /** By name, birth and sex: others may share it, so it is good for a warning only. */
    String print(Registration registration) {
        Person person = registration.person();
        return fingerprints.of(person.givenNames(), person.familyNames(), person.born(), person.sex());
    }

    Uni<Recognised> first(Mutiny.Session session, ReturnCase it, Registration registration) {
        return persons.recognise(session, bearer(new PersonId(Ids.next()), it, documents(registration), registration));
    }

    /**
     * After an amendment. While one document stays it is still the same person; where all were
     * replaced, the first reading was wrong, and with it perhaps the person. Where name, birth or
     * sex were corrected, it may be one who is known, or no longer who they were taken for.
     */
    Uni<Recognised> again(Mutiny.Session session, ReturnCase it, Registration before, Registration after) {
        boolean corrected = !after.identity().equals(before.identity());
        if (documents(after).equals(documents(before)) && !corrected) {
            return Uni.createFrom().item(Recognised.as(it.person()));
        }
        return returns.others(session, it)
                .chain(others -> corrected && isNoneOf(others, after)
                        ? part(session, it, before, after, others)
                        : settle(session, it, before, after, others));
    }

    private Uni<Recognised> settle(
            Mutiny.Session session, ReturnCase it, Registration before, Registration after, List<ReturnCase> others) {
        boolean corrected = !after.identity().equals(before.identity());
        Set<String> old = documents(before);
        Set<String> now = documents(after);
        Set<String> gone = new TreeSet<>(old);
        gone.removeAll(now);
        boolean certain = isCertain(before, after, now) && !(corrected && others.isEmpty());
        PersonId otherwise = otherwise(it, old.isEmpty(), others);
        return giveUp(session, gone, it, others)
                .chain(() -> certain
                        ? persons.confirm(session, bearer(it.person(), it, now, after))
                        : persons.recognise(session, bearer(otherwise, it, now, after)));
    }

    /** It had been taken for somebody else's return: as if it were registered now. */
    private Uni<Recognised> part(
            Mutiny.Session session, ReturnCase it, Registration before, Registration after, List<ReturnCase> others) {
        return giveUp(session, documents(before), it, others)
                .chain(() -> persons.recognise(session, bearer(new PersonId(Ids.next()), it, documents(after), after)));
    }

    private static boolean isNoneOf(List<ReturnCase> others, Registration after) {
        return !others.isEmpty()
                && others.stream()
                        .noneMatch(other ->
                                after.identity().agreesWith(other.registration().identity()));
    }

    private static Persons.Bearer bearer(
            PersonId person, ReturnCase it, Set<String> documents, Registration registration) {
        return new Persons.Bearer(
                person,
                it.id(),
                documents,
                other -> registration
                        .identity()
                        .agreesWith(Json.read(other, Registration.class).identity()));
    }

    /** A nationality is part of a print; to correct it alone makes nobody somebody else. */
    private boolean isCertain(Registration before, Registration after, Set<String> now) {
        Set<String> stayed =
                fingerprints.of(before.person().documents(), after.person().nationality());
        return stayed.stream().anyMatch(now::contains)
                || documents(before).stream().anyMatch(now::contains);
    }

    /** What another return names as well stays known, as that one's. */
    private Uni<Void> giveUp(Mutiny.Session session, Set<String> gone, ReturnCase it, List<ReturnCase> others) {
        Set<String> left = new TreeSet<>(gone);
        Uni<Void> leaving = Uni.createFrom().voidItem();
        for (ReturnCase other : others) {
            Set<String> its = documents(other.registration());
            its.retainAll(left);
            if (!its.isEmpty()) {
                left.removeAll(its);
                leaving = leaving.call(() -> persons.leave(session, its, it.id(), other.id()));
            }
        }
        return leaving.chain(() -> persons.forget(session, left, it.id()));
    }

    /** Who it is if the new documents say nothing: not one who was known by the old ones alone. */
    private static PersonId otherwise(ReturnCase it, boolean neverSure, List<ReturnCase> others) {
        return neverSure || others.isEmpty() ? it.person() : new PersonId(Ids.next());
    }

    private Set<String> documents(Registration registration) {
        return fingerprints.of(
                registration.person().documents(), registration.person().nationality());
    }
}
