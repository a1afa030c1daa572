package org.puente.reception.arrivals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.puente.contracts.CaseId;
import org.puente.contracts.Code;
import org.puente.contracts.Profile;
import org.puente.reception.returns.Person;
import org.puente.reception.returns.Registration;

/**
 * A person on a manifest, as who receives sees them.
 *
 * @param version send it in If-Match, in quotation marks; it changes with what is known of the person
 * @param takenOff true if a later version of the announcement leaves out who has not come: the entry stands since its
 *     people had begun to come; null otherwise
 * @param caseId null for who has not come, and once the return is erased
 * @param registeredAt null for who has not come
 * @param person null once it is erased, as with all after it
 * @param household null if alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ManifestEntry",
        requiredProperties = {"entry", "version", "state"})
record ManifestEntryView(
        int entry,
        int version,
        State state,
        Boolean takenOff,
        CaseId caseId,
        Instant registeredAt,
        Person person,
        Registration.Household household,
        List<Profile> profiles,
        List<ArrivalNeed> prepare) {

    /** Whether somebody has come. */
    @Schema(name = "ManifestEntryState")
    enum State implements Code {
        EXPECTED,
        CAME,
        ABSENT
    }

    /** What of it is about a person, for the audit. */
    static final List<String> PERSONAL = List.of("person", "household", "profiles", "prepare");

    static ManifestEntryView of(ExpectedArrival arrival, ManifestEntries.Entry entry) {
        State state = entry.came() ? State.CAME : arrival.isClosed() ? State.ABSENT : State.EXPECTED;
        ManifestPerson person = entry.person();
        Boolean takenOff =
                !entry.came() && arrival.isWhole() && entry.listedIn() < arrival.version() ? Boolean.TRUE : null;
        return new ManifestEntryView(
                entry.entry(),
                entry.version(),
                state,
                takenOff,
                entry.caseId(),
                entry.registeredAt(),
                person == null ? null : person.person(),
                person == null ? null : person.household(),
                person == null ? null : person.profiles(),
                person == null ? null : person.needs().toList());
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "ManifestEntryView[" + entry + "]";
    }
}
