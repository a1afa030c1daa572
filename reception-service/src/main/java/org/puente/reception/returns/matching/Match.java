package org.puente.reception.returns.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.puente.contracts.CaseId;
import org.puente.contracts.PersonId;
import org.puente.reception.identity.MatchLevel;
import org.puente.reception.identity.MatchReason;

/**
 * A pair of cases that may be of one person, from the side of one of them.
 *
 * @param caseId the case of the institution that asks
 * @param person of the other case, as it is published
 * @param own whether the other case is that institution's too
 * @param ofOnePerson whether documents show both to be one person; then one return may have been registered twice
 * @param level null if they are not alike any more
 * @param decision of the institution that asks
 * @param decidedAt null where it has not decided
 */
record Match(
        UUID id,
        CaseId caseId,
        CaseId other,
        PersonId person,
        boolean own,
        boolean ofOnePerson,
        MatchLevel level,
        List<MatchReason> reasons,
        Decision decision,
        Instant decidedAt,
        boolean linked) {

    Match decided(Decision now, Instant at, boolean joined) {
        return new Match(
                id,
                caseId,
                other,
                person,
                own,
                ofOnePerson,
                level,
                reasons,
                now,
                now == Decision.UNDECIDED ? null : at,
                joined);
    }
}
