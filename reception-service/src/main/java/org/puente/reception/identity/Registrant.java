package org.puente.reception.identity;

import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;

/**
 * A registered person, to be matched with the others.
 *
 * @param person as they are known to the node; other cases of this person are no matches
 */
public record Registrant(CaseId caseId, PersonId person, Features features) {
    @Override
    public String toString() {
        return "Registrant[" + caseId + "]";
    }
}
