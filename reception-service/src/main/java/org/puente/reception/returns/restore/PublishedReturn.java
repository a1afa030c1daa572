package org.puente.reception.returns.restore;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.puente.contracts.AgeGroup;
import org.puente.contracts.ReturnFact.WholeState;
import org.puente.reception.returns.Person;
import org.puente.reception.returns.Registration;
import org.puente.reception.returns.Restricted;
import org.puente.reception.returns.ReturnCase;

/** Restores what intake recorded from the published facts of a return, as far as they hold it. */
final class PublishedReturn {
    private static final int OLDEST = 60;

    private PublishedReturn() {}

    /** The earlier registration, with the published state put over it. */
    static Registration over(Registration known, WholeState state) {
        return registration(
                known.person().as(state.sex(), state.nationality(), state.languages()),
                household(known.household(), state),
                known.restricted(),
                destination(known, state),
                known.happenedAt(),
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
        Registration registration = registration(unknown, household(null, state), null, destination, null, state);
        returnCase.store(registration, state.personId(), "unknown " + state.caseId());
        returnCase.registered(state.occurredAt());
        returnCase.restore(registration, state.personId(), state.version(), now);
        return returnCase;
    }

    private static Registration registration(
            Person person,
            Registration.Household household,
            Restricted restricted,
            Registration.Destination destination,
            Instant happenedAt,
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
                state.profiles(),
                restricted,
                state.causes(),
                state.needs().stream()
                        .map(need -> new Registration.NeedOf(need.dimension(), need.category(), need.urgency()))
                        .toList(),
                state.skills(),
                destination,
                happenedAt,
                null);
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
