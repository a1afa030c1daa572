package org.puente.contracts;

import java.util.UUID;
import java.util.function.Function;

/** A typed identifier that is a UUID. On the wire it is the plain string of toString. */
public sealed interface UuidId
        permits CaseId, PersonId, ConsentId, ReferralId, DossierId, FollowUpId, ArrivalId, HelpId, HouseholdId {

    UUID value();

    /**
     * Reads an id, e.g. {@code UuidId.parse(text, CaseId::new)}.
     *
     * @throws IllegalArgumentException if the text is null or no UUID
     */
    static <T extends UuidId> T parse(String text, Function<UUID, T> id) {
        return id.apply(Require.uuid(text));
    }
}
