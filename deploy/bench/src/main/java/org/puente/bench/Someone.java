package org.puente.bench;

import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;
import org.puente.reception.identity.Features;
import org.puente.reception.identity.Identity;
import org.puente.reception.identity.Registrant;

/**
 * Somebody invented, at a registration.
 *
 * @param number of the registration
 */
record Someone(int number, Identity identity, String nationality, String subdivision, String municipality) {
    CaseId caseId() {
        return new CaseId(new UUID(0x7000L, number));
    }

    Registrant registrant() {
        return new Registrant(
                caseId(),
                new PersonId(new UUID(0x7001L, number)),
                Features.of(identity, nationality).goingTo(subdivision, municipality));
    }
}
