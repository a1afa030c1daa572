package org.puente.reception.returns;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.puente.contracts.PersonId;
import org.puente.platform.Ids;
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
        return fingerprints.of(
                person.givenNames(), person.familyNames(), person.born(), person.sex());
    }

    Uni<Recognised> first(Mutiny.Session session, ReturnCase it, Registration registration) {
        return persons.recognise(
                session, documents(registration), new PersonId(Ids.next()), it.id());
    }

    /**
     * After an amendment. While one document stays it is still the same person; where all were
     * replaced, the first reading was wrong, and with it perhaps the person.
     */
    Uni<Recognised> again(
            Mutiny.Session session, ReturnCase it, Registration before, Registration after) {
        Set<String> old = documents(before);
        Set<String> now = documents(after);
        if (now.equals(old)) {
            return Uni.createFrom().item(new Recognised(it.person(), false));
        }
        Set<String> gone = new TreeSet<>(old);
        gone.removeAll(now);
        boolean certain = gone.size() < old.size();
        return persons.forget(session, gone, it.id())
                .chain(
                        () ->
                                certain
                                        ? persons.confirm(session, now, it.person(), it.id())
                                        : otherwise(session, it, old.isEmpty())
                                                .chain(
                                                        person ->
                                                                persons.recognise(
                                                                        session, now, person,
                                                                        it.id())));
    }

    /** Who it is if the new documents say nothing: not one who was known by the old ones alone. */
    private Uni<PersonId> otherwise(Mutiny.Session session, ReturnCase it, boolean neverSure) {
        return neverSure
                ? Uni.createFrom().item(it.person())
                : returns.hasOthers(session, it)
                        .map(others -> others ? new PersonId(Ids.next()) : it.person());
    }

    private Set<String> documents(Registration registration) {
        return fingerprints.of(
                registration.person().documents(), registration.person().nationality());
    }
}
