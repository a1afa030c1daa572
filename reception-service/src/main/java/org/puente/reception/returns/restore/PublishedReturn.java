package org.puente.reception.returns.restore;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.Profile;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.reception.returns.Person;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.ReturnCase;

/** Restores what intake recorded from the published facts of a return, as far as they hold it. */
final class PublishedReturn {
    private static final int OLDEST = 60;

    private PublishedReturn() {}

    /** The earlier registration, with the published state put over it. */
    static Registration over(Registration known, WholeState state) {
        return registration(
                known,
                known.person().as(state.sex(), state.nationality(), state.languages()),
                household(known.household(), state),
                destination(known, state),
                state);
    }

    /**
     * A return of which only facts are left. The person is missing, and the desk has to enter them
     * again. Until then consents can be withdrawn, and no dossier is sealed.
     */
    static ReturnCase withoutPerson(WholeState state, Instant now) {
        ReturnCase returnCase = ReturnCase.opened(state.caseId(), state.institution());
        Person unknown = new Person(
                null,
                null,
                null,
                youngest(state.ageGroup()),
                state.sex(),
                state.nationality(),
                List.of(),
                List.of(),
                state.languages());
        Registration.Destination destination = state.destination() == null
                ? null
                : new Registration.Destination(
                        state.destination().country(), state.destination().subdivision(), null);
        Registration registration = registration(null, unknown, household(null, state), destination, state);
        returnCase.store(registration, state.personId(), "unknown " + state.caseId());
        returnCase.registered(state.occurredAt());
        returnCase.restore(registration, state.personId(), state.version(), now);
        return returnCase;
    }

    /**
     * @param known the earlier registration; null if it is lost
     */
    private static Registration registration(
            Registration known,
            Person person,
            Registration.Household household,
            Registration.Destination destination,
            WholeState state) {
        return new Registration(
                person,
                state.returnedOn(),
                state.receptionPoint().value(),
                state.returnedFrom(),
                state.will(),
                state.assistance(),
                state.legalBasis(),
                state.transport() == null
                        ? null
                        : new Registration.Transport(
                                state.transport().mode(), state.transport().reference()),
                household,
                profiles(known, state),
                known == null ? null : known.restricted(),
                state.causes(),
                state.needs().stream()
                        .map(need -> new Registration.NeedOf(need.dimension(), need.category(), need.urgency()))
                        .toList(),
                state.skills(),
                destination,
                known == null ? null : known.background(),
                known == null ? null : known.happenedAt(),
                known == null ? List.of() : known.responsible(),
                known == null ? null : known.nobodyResponsible(),
                known == null ? List.of() : known.relatives(),
                null);
    }

    /** Facts hold the profiles in force: what followed from who is responsible was not stated by the desk. */
    private static List<Profile> profiles(Registration known, WholeState state) {
        return known != null && known.profilesInForce().equals(state.profiles()) ? known.profiles() : state.profiles();
    }

    private static Registration.Household household(Registration.Household known, WholeState state) {
        if (state.household() == null) {
            return null;
        }
        return known != null && known.id().equals(state.household().id())
                ? known
                : new Registration.Household(state.household().id(), null);
    }

    /** A destination that is dangerous to know was never published, so the earlier one stays. */
    private static Registration.Destination destination(Registration known, WholeState state) {
        Registration.Destination before = known.destination();
        if (known.unsafeDestination()) {
            return before;
        }
        if (state.destination() == null) {
            return null;
        }
        String country = state.destination().country();
        String subdivision = state.destination().subdivision();
        return before != null && before.country().equals(country) && Objects.equals(before.subdivision(), subdivision)
                ? before
                : new Registration.Destination(country, subdivision, null);
    }

    private static int youngest(AgeGroup group) {
        return IntStream.rangeClosed(0, OLDEST)
                .filter(years -> AgeGroup.at(years) == group)
                .findFirst()
                .orElseThrow();
    }
}
