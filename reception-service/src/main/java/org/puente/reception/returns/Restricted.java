package org.puente.reception.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.puente.reception.returns.Registration.Destination;

/**
 * The most sensitive data. No fact and no dossier for visits holds it; the dossier of a referral
 * holds it only for an offer that declared that it needs it. Null means "not asked", which is not
 * "no".
 *
 * @param trafficking whether there are signs of trafficking in persons
 * @param sexualViolence whether the person survived sexual violence
 * @param genderIdentity in the person's own words
 * @param health what a carer must know
 * @param protectionOrder authority, number and content of an order that protects the person
 * @param unsafeDestination whether it is dangerous to know where the person goes: the destination
 *     is then left out of every fact. Where it is null, so it is for whoever is displaced on arrival
 * @param internationalProtection whether the person asks for international protection; no dossier
 *     holds it either
 * @param dangerPlaces where the person is in danger, such as the home that they fled: offers there are not proposed.
 *     Without a subdivision it is the whole country; a municipality stands for its subdivision
 * @param note anything else that protects the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Restricted(
        Boolean trafficking,
        Boolean sexualViolence,
        @Size(min = 1, max = 100) String genderIdentity,
        @Size(min = 1, max = 1000) String health,
        @Size(min = 1, max = 500) String protectionOrder,
        Boolean unsafeDestination,
        Boolean internationalProtection,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Size(max = 5)
        List<@NotNull @Valid Destination> dangerPlaces,

        @Size(min = 1, max = 2000) String note) {
    public Restricted {
        dangerPlaces = Shapes.list(dangerPlaces);
    }

    /** What a dossier may hold. */
    public Restricted withoutInternationalProtection() {
        return new Restricted(
                trafficking,
                sexualViolence,
                genderIdentity,
                health,
                protectionOrder,
                unsafeDestination,
                null,
                dangerPlaces,
                note);
    }

    @Override
    public String toString() {
        return "Restricted[…]";
    }
}
