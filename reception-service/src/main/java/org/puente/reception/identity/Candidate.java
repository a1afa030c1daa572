package org.puente.reception.identity;

import java.util.List;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.InstitutionId;
import org.puente.contracts.PersonId;

/**
 * A registration that may be of the same person as another.
 *
 * @param match id of the pair of cases, the same from both sides
 * @param caseId the other case
 * @param person whom the node knows the other case's person by
 * @param institution which received that person
 */
public record Candidate(
        UUID match,
        CaseId caseId,
        PersonId person,
        InstitutionId institution,
        MatchLevel level,
        List<MatchReason> reasons) {
    /**
     * Whether an institution is told of it: of its own cases always, of another's only where it is probable. So whoever
     * types invented people to learn who is known learns little.
     */
    public boolean isShownTo(InstitutionId reader) {
        return institution.equals(reader) || level == MatchLevel.PROBABLE;
    }

    @Override
    public String toString() {
        return "Candidate[" + match + "]";
    }
}
