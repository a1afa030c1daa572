package org.puente.reception.arrivals;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.puente.contracts.ChildAlone;
import org.puente.contracts.Profile;
import org.puente.reception.returns.Person;
import org.puente.reception.returns.Registration;

/**
 * A person on a manifest, with what a desk would ask.
 *
 * @param entry stands for the person in every version of the manifest; null where the place in the list does, from 1
 * @param household the same for all who come together; null if alone
 * @param prepare what to prepare for the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ManifestPerson(
        @Min(1) @Max(ManifestPerson.LAST_ENTRY) Integer entry,
        @NotNull @Valid Person person,
        @Valid Registration.Household household,
        @Size(max = 8) List<@NotNull Profile> profiles,
        @Size(max = 10) List<@NotNull ArrivalNeed> prepare) {

    static final int LAST_ENTRY = 9_999;

    /** Lists are never null. */
    ManifestPerson {
        profiles = Announcement.copy(profiles);
        prepare = Announcement.copy(prepare);
    }

    ManifestPerson at(int place) {
        return entry == null ? new ManifestPerson(place, person, household, profiles, prepare) : this;
    }

    ManifestPerson in(Registration.Household other) {
        return new ManifestPerson(entry, person, other, profiles, prepare);
    }

    /** What is to be prepared for the person, also what follows from the profiles. */
    Stream<ArrivalNeed> needs() {
        Stream<ArrivalNeed> pregnancy =
                profiles.contains(Profile.PREGNANT) ? Stream.of(ArrivalNeed.PREGNANCY) : Stream.empty();
        Stream<ArrivalNeed> protection =
                ChildAlone.is(profiles) ? Stream.of(ArrivalNeed.CHILD_PROTECTION) : Stream.empty();
        return Stream.of(prepare.stream(), pregnancy, protection)
                .flatMap(all -> all)
                .distinct();
    }

    /** Shows nothing of the person: a log or an exception may print this text. */
    @Override
    public String toString() {
        return "ManifestPerson[" + entry + "]";
    }
}
