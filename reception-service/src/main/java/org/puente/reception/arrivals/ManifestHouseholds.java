package org.puente.reception.arrivals;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.puente.contracts.HouseholdId;
import org.puente.platform.ids.KeyedIds;
import org.puente.reception.arrivals.ExpectedArrival.Key;
import org.puente.reception.returns.Registration;

/**
 * Gives the households of a manifest ids of this node. So no announcer puts a person into a household of other returns,
 * by naming its id.
 */
@ApplicationScoped
class ManifestHouseholds {
    private final byte[] secret;

    ManifestHouseholds(@ConfigProperty(name = "puente.pseudonym.secret") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The same people; who has one household in the manifest has one in every version. */
    List<ManifestPerson> of(Key arrival, List<ManifestPerson> people) {
        return people.stream().map(person -> of(arrival, person)).toList();
    }

    private ManifestPerson of(Key arrival, ManifestPerson person) {
        if (person.household() == null) {
            return person;
        }
        String text = "manifest-household\0" + arrival.node() + "\0" + arrival.id() + "\0"
                + person.household().id();
        HouseholdId id = new HouseholdId(KeyedIds.of(secret, text));
        return person.in(new Registration.Household(id, person.household().role()));
    }
}
